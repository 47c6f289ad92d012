import JourneyModel

/// Which changes are tried in every world that uncertain inputs may be.
public enum TrialChoice: Sendable, Hashable {
  /// Fixes and removals of the pain points named, or of all; and the variants named.
  case painPoints(only: [String], variants: [String])
  /// Fixes of all pain points, or removals where none has a fix.
  case fixes
  /// Variants of the scenario, all where none is named.
  case variants([String])
  /// Sets of pain points that are fixed together.
  case sets([[String]])

  /// The changes applied to a scenario.
  ///
  /// - Throws: `InterventionProblem` where a name is unknown.
  public func trials(_ scenario: Scenario) throws(InterventionProblem) -> [Trial] {
    switch self {
    case .painPoints(let only, let names):
      let wantsPains = !only.isEmpty || names.isEmpty
      let ofPains = wantsPains ? try WhatIf.trials(scenario.baseline, only: only) : []
      return ofPains + scenario.variants.filter { names.contains($0.name) }.map(Trial.init)
    case .fixes:
      let trials = try WhatIf.trials(scenario.baseline)
      let fixes = trials.filter { $0.operation == "fix" }
      return fixes.isEmpty ? trials : fixes
    case .variants(let names):
      return scenario.variants.filter { names.isEmpty || names.contains($0.name) }.map(Trial.init)
    case .sets(let sets):
      var trials: [Trial] = []
      for names in sets { trials.append(try Portfolio.trial(names, scenario.baseline)) }
      return trials
    }
  }

  /// Whether one of the changes is chosen, instead of each for itself.
  var areAlternatives: Bool {
    switch self {
    case .painPoints, .fixes: false
    case .variants, .sets: true
    }
  }

  /// Whether the scenario's variants have to be read.
  var needsVariants: Bool {
    switch self {
    case .painPoints(_, let variants): !variants.isEmpty
    case .fixes, .sets: false
    case .variants: true
    }
  }
}

extension ComparisonResult {
  /// The changes that `TrialChoice.fixes` makes, of a comparison that holds them; nil where there is none.
  public var onlyFixes: ComparisonResult? {
    guard !variants.isEmpty else { return nil }
    var copy = self
    let fixes = variants.filter { $0.operation == "fix" }
    copy.variants = fixes.isEmpty ? variants : fixes
    return copy
  }
}
