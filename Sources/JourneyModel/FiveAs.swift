/// Which parts of a journey stand for the five A's of a customer path (Kotler, Kartajaya & Setiawan 2017).
public struct FiveAs: Sendable, Hashable {
  /// One of the five, in their order.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    case aware, appeal, ask, act, advocate
  }

  /// What stands for a step.
  public enum Place: Sendable, Hashable {
    /// Whoever comes to the stage.
    case stage(String)
    /// Whoever ends so.
    case outcome(String)

    /// The name of the stage or outcome.
    public var name: String {
      switch self {
      case .stage(let name), .outcome(let name): name
      }
    }
  }

  /// The steps that are mapped; `aware` always is.
  public var places: [Step: Place]

  /// Creates a mapping.
  public init(_ places: [Step: Place]) { self.places = places }
}
