import JourneyModel
import JourneyStatistics

/// Which of several worlds is the best in one figure.
public struct SelectionResult: Sendable, Hashable {
  /// One world.
  public struct World: Sendable, Hashable {
    /// The variant's name, or nil for the baseline.
    public var name: String?
    /// How far it is behind the winner, in the figure's unit, over the travellers whom both sent; nil for the winner.
    /// Its interval holds whenever the contest ended.
    public var behind: Estimate?
    /// How many travellers it had sent when it was dropped, or at the end.
    public var travellers: Int
    /// Whether it was never dropped.
    public var isLeft: Bool
    /// Whether it is behind by less than matters.
    public var isTie: Bool

    /// Creates it from its parts.
    public init(name: String?, behind: Estimate?, travellers: Int, isLeft: Bool, isTie: Bool) {
      self.name = name
      self.behind = behind
      self.travellers = travellers
      self.isLeft = isLeft
      self.isTie = isTie
    }
  }

  /// The figure that decides.
  public var metric: MetricID
  /// A difference so small that it does not matter, in the figure's unit.
  public var indifference: Double
  /// The probability of choosing the best where it is ahead by that much.
  public var level: Double
  /// Whether the contest came to its end before the travellers did.
  public var isFinished: Bool
  /// The winner first (or the leader of an unfinished contest), then the last to be dropped.
  public var worlds: [World]
  /// Journeys walked in all worlds together.
  public var lives: Int

  /// Creates it from its parts.
  public init(
    metric: MetricID,
    indifference: Double,
    level: Double,
    isFinished: Bool,
    worlds: [World],
    lives: Int
  ) {
    self.metric = metric
    self.indifference = indifference
    self.level = level
    self.isFinished = isFinished
    self.worlds = worlds
    self.lives = lives
  }

  /// The world that was chosen; nil where the travellers did not settle it.
  public var winner: World? { isFinished ? worlds.first : nil }
  /// Worlds that are behind the winner by less than matters.
  public var ties: [World] { worlds.dropFirst().filter(\.isTie) }
}
