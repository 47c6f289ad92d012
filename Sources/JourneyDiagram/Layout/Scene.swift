/// Where everything of a drawing stands: the result of a layout, the same whatever the figures are.
public struct Scene: Sendable, Equatable {
  /// How positions came about.
  public enum Kind: String, Sendable {
    /// Stage columns and channel lanes.
    case grid
    /// Graphviz' layers.
    case layers
  }

  /// A lane's band across the sheet.
  public struct Band: Sendable, Equatable {
    /// Index into the picture's lanes.
    public let lane: Int
    /// Where it lies.
    public let box: Box
  }

  /// A stage's header.
  public struct Header: Sendable, Equatable {
    /// Index into the picture's stages.
    public let stage: Int
    /// Where it lies.
    public let box: Box
  }

  /// A column of boxes.
  struct Column: Sendable, Equatable {
    /// Its sides.
    var left, right: Double
    /// Indices of its boxes (cards first, then outcomes), from top to bottom.
    var members: [Int]
  }

  /// How positions came about.
  public var kind: Kind
  /// Boxes of the cards, in the picture's order.
  public var cards: [Box]
  /// Boxes of the outcomes, in the picture's order.
  public var outcomes: [Box]
  /// Bands of the lanes with cards.
  public var bands: [Band] = []
  /// Stage headers.
  public var headers: [Header] = []
  /// Sheet width.
  public var width: Double
  /// Where the lanes end.
  public var bottom: Double
  var columns: [Column] = []
  /// Column of each box.
  var columnOf: [Int] = []

  /// The box of a card or, after the cards, of an outcome.
  func box(_ index: Int) -> Box {
    index < cards.count ? cards[index] : outcomes[index - cards.count]
  }

  /// Sizes in points that every layout keeps to.
  enum Size {
    static let card = (width: 150.0, height: 60.0)
    static let outcome = (width: 150.0, height: 70.0)
    static let tab = (width: 146.0, height: 17.0)
    static let margin = 20.0
    static let header = 34.0
  }
}
