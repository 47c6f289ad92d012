/// A table in colour: touchpoints in rows, steps in columns, shares in cells.
public struct MatrixPicture: Sendable, Equatable {
  /// One cell.
  public struct Cell: Sendable, Equatable {
    /// The figure in words; an empty cell is not drawn.
    public var text: String
    /// How strong its colour is, 0 (none) to 7.
    public var level: Int
    /// Full text for a pointer that rests on it.
    public var tooltip: String

    /// A figure, its colour and what it says in full.
    public init(text: String = "", level: Int = 0, tooltip: String = "") {
      self.text = text
      self.level = level
      self.tooltip = tooltip
    }
  }

  /// One row.
  public struct Row: Sendable, Equatable {
    /// Its name; long names end in "…".
    public var name: String
    /// The lane of its channel, if it has one.
    public var lane: Int?
    /// Its cells, one per column.
    public var cells: [Cell]

    /// A named row.
    public init(name: String, lane: Int? = nil, cells: [Cell]) {
      self.name = name
      self.lane = lane
      self.cells = cells
    }
  }

  /// Rows that belong together under a heading, such as a stage; an empty heading takes no room.
  public struct Group: Sendable, Equatable {
    /// Its heading.
    public var name: String
    /// Its rows.
    public var rows: [Row]

    /// Rows under a heading.
    public init(name: String, rows: [Row]) {
      self.name = name
      self.rows = rows
    }
  }

  /// The finding, as a full sentence with its number.
  public var title: String
  /// The one-line answer under the title.
  public var answer: String
  /// Lines of small print under the drawing.
  public var caption: [String]
  /// Column headings.
  public var columns: [String]
  /// Channels, for their signs.
  public var lanes: [Lane]
  /// Rows of what is still going on, from top to bottom.
  public var groups: [Group]
  /// Light or dark colours.
  public var theme: Theme

  /// A table from its parts.
  public init(
    title: String,
    answer: String = "",
    caption: [String] = [],
    columns: [String],
    lanes: [Lane] = [],
    groups: [Group],
    theme: Theme = .light
  ) {
    self.title = title
    self.answer = answer
    self.caption = caption
    self.columns = columns
    self.lanes = lanes
    self.groups = groups
    self.theme = theme
  }
}
