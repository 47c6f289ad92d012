/// Moves from one card to another, or to an outcome.
public struct Flow: Sendable, Equatable {
  /// A card's id.
  public var from: String
  /// A card's or an outcome's id; equal to `from` for a repeat.
  public var to: String
  /// Moves per journey (0.12 = 12 % of journeys, once each); in a difference the size of the change.
  public var share: Double
  /// Whether it feeds contacts that exist only because something failed.
  public var isFailureDemand: Bool
  /// A figure on the line; the six largest are drawn.
  public var label: String?
  /// How it is drawn.
  public var style: Style
  /// Full text for a pointer that rests on the line.
  public var tooltip: String

  /// How a flow is drawn.
  public enum Style: Sendable, Equatable {
    /// Width by share.
    case normal
    /// Background only.
    case ghost
    /// On a ranked path, counted from 1.
    case path(Int)
    /// More than before.
    case more
    /// Fewer than before.
    case fewer
  }

  /// Moves between two ends, named by id.
  public init(
    from: String,
    to: String,
    share: Double,
    isFailureDemand: Bool = false,
    label: String? = nil,
    style: Style = .normal,
    tooltip: String = ""
  ) {
    self.from = from
    self.to = to
    self.share = share
    self.isFailureDemand = isFailureDemand
    self.label = label
    self.style = style
    self.tooltip = tooltip
  }
}

/// Journeys that begin at a card.
public struct Entry: Sendable, Equatable {
  /// The card's id.
  public var card: String
  /// Share of journeys, 0 to 1.
  public var share: Double

  /// A share of journeys that begin at a card.
  public init(card: String, share: Double) {
    self.card = card
    self.share = share
  }
}

/// One line of the list under the view of top paths.
public struct RankedPath: Sendable, Equatable {
  /// Counted from 1; flows of style `.path(number)` draw it.
  public var number: Int
  /// The touchpoints in words, e.g. "Shop window → Till → Kept".
  public var steps: String
  /// Figures in columns at the right, e.g. "353 journeys · 4.2% of purchases".
  public var figures: [String]

  /// A numbered line of the list.
  public init(number: Int, steps: String, figures: [String] = []) {
    self.number = number
    self.steps = steps
    self.figures = figures
  }
}
