import JourneyExperiments
import JourneyModel

/// What the five A's and their ratios are called.
public enum FiveAsWords {
  /// What the figure of a step is.
  public static func label(_ step: FiveAs.Step) -> String {
    switch step {
    case .aware: "of all travellers"
    case .appeal, .ask: "over those aware"
    case .act: "over those aware: purchase action ratio (PAR)"
    case .advocate: "over those aware: brand advocacy ratio (BAR)"
    }
  }
}
