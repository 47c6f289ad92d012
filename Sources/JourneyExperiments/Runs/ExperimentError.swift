/// Why a run gave no result.
public enum ExperimentError: Error, Sendable, Hashable {
  /// The plan sends nobody.
  case noTravellers
  /// A sum left the range that exact sums have; the figure named cannot be trusted.
  case outOfRange(figure: String)

  /// One sentence for a person.
  public var message: String {
    switch self {
    case .noTravellers: "a run needs at least 2 travellers"
    case .outOfRange(let figure):
      "the sums for \(figure) grew beyond 128 bits; use larger units (such as thousands) for its inputs"
    }
  }
}
