/// What can be done to a part of a journey: different changes that are all called "removing" it in talk.
public enum Operation: String, Sendable, Hashable, CaseIterable {
  /// A pain point hits less, as well as its fix works.
  case fix
  /// A pain point hits less by 25, 50 and 100 %.
  case partial
  /// A pain point never hits.
  case remove
  /// Every visit to a touchpoint is just what its traveller expects: what the touchpoint adds or takes away today.
  case neutral
  /// A touchpoint is skipped: predecessors inherit its successors.
  case bypass
  /// A touchpoint or a channel is taken away: the other options absorb its travellers.
  case close
  /// Whoever gets to a touchpoint leaves: the removal effect of attribution (Anderl et al. 2016).
  case dependence

  /// Whether it is done to pain points, not to places.
  public var isOfPainPoints: Bool {
    switch self {
    case .fix, .partial, .remove: true
    case .neutral, .bypass, .close, .dependence: false
    }
  }
}

/// A change that cannot be made, with the reason.
public struct InapplicableChange: Sendable, Hashable {
  /// What it would have been done to.
  public var name: String
  /// What would have been done.
  public var operation: String
  /// One sentence for a person.
  public var reason: String

  /// Creates it from its parts.
  public init(name: String, operation: String, reason: String) {
    self.name = name
    self.operation = operation
    self.reason = reason
  }
}

/// The trials of operations, and the changes that cannot be tried.
public struct OperationTrials: Sendable {
  /// What can be tried.
  public var trials: [Trial]
  /// What cannot.
  public var inapplicable: [InapplicableChange]
}

/// A comparison of operations, and the changes that could not be tried.
public struct OperationResult: Sendable {
  /// The changes beside the baseline: by operation, the greatest effect first.
  public var comparison: ComparisonResult
  /// What could not be tried.
  public var inapplicable: [InapplicableChange]

  /// Creates it from its parts.
  public init(comparison: ComparisonResult, inapplicable: [InapplicableChange]) {
    self.comparison = comparison
    self.inapplicable = inapplicable
  }
}
