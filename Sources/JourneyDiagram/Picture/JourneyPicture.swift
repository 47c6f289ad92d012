/// Everything that one drawing of a journey shows, in neutral words: the picture knows figures and texts that others
/// computed, and nothing of how they came about.
///
/// Positions follow from `stages`, `lanes`, the cards' places and room for tabs, the outcomes' ids and `layoutFlows`
/// alone, so pictures that agree in those can be laid side by side.
public struct JourneyPicture: Sendable, Equatable {
  /// The finding, as a full sentence with its number.
  public var title: String
  /// The one-line answer under the title.
  public var answer: String
  /// Lines of small print under the drawing: sample size, seed, model, interval.
  public var caption: [String]
  /// What explains marks that only a drawing has (tabs, chips); it continues the last line of the caption.
  public var marks = ""
  /// Columns from left to right. Without stages the layout is automatic.
  public var stages: [StageHeader]
  /// Channels from top to bottom. Lanes without a card are not drawn.
  public var lanes: [Lane]
  /// Touchpoints, in the order in which they stand in a cell.
  public var cards: [Card]
  /// Ends of a journey, from top to bottom.
  public var outcomes: [OutcomeBox]
  /// Moves between cards, and from cards to outcomes.
  public var flows: [Flow]
  /// Flows that decide positions and folding where the layout has to choose, the same for all pictures of a scenario
  /// and its variants. Empty: cards and lanes keep their order, and `flows` decide what is folded.
  public var layoutFlows: [Flow]
  /// Cards that are never folded away.
  public var keptCards: Set<String> = []
  /// Most touchpoints with a card of their own; the less visited ones are folded together.
  public var mostCards = JourneyPicture.usualMostCards
  /// A stage whose touchpoints all have cards of their own: a page about it. Others are folded into one card each
  /// per stage and lane.
  public var focus: Int?

  /// What fits on a page with text that can be read.
  public static let usualMostCards = 45
  /// Where journeys begin.
  public var entries: [Entry]
  /// Ranked journeys under the drawing (the view of top paths).
  public var paths: [RankedPath]
  /// What the drawing is about.
  public var view: PictureView
  /// What explains the marks.
  public var legend: Legend
  /// Light or dark colours.
  public var theme: Theme

  /// A picture from its parts; what is left out is not drawn.
  public init(
    title: String,
    answer: String = "",
    caption: [String] = [],
    stages: [StageHeader] = [],
    lanes: [Lane] = [],
    cards: [Card],
    outcomes: [OutcomeBox] = [],
    flows: [Flow] = [],
    entries: [Entry] = [],
    paths: [RankedPath] = [],
    view: PictureView = .map,
    legend: Legend = .ofView,
    theme: Theme = .light,
    layoutFlows: [Flow] = []
  ) {
    self.title = title
    self.answer = answer
    self.caption = caption
    self.stages = stages
    self.lanes = lanes
    self.cards = cards
    self.outcomes = outcomes
    self.flows = flows
    self.entries = entries
    self.paths = paths
    self.view = view
    self.legend = legend
    self.theme = theme
    self.layoutFlows = layoutFlows
  }
}

/// The one message of a drawing; everything else in it goes grey.
public enum PictureView: String, Sendable, CaseIterable {
  /// Flow and feeling.
  case map
  /// Where dissatisfaction collects.
  case hotspots
  /// The commonest journeys as lines.
  case topPaths
  /// One scenario minus another.
  case difference
}

/// What explains a drawing's marks.
public enum Legend: Sendable, Equatable {
  /// What the view needs: line widths and feelings, heat classes, or more and fewer.
  case ofView
  /// Nothing: the page around it explains.
  case none
  /// Heat classes with their own lower bounds, from the second class on, in words ("1.2", "2.5", …, "13%+").
  case heat(bounds: [String])
  /// The two sides of a difference in the picture's own words, e.g. "more customers than today".
  case change(more: String, fewer: String)
}
