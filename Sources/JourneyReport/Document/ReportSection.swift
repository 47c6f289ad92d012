import JourneyDiagram

/// One part of a report: a finding, how to read what shows it, and what shows it.
public struct ReportSection: Sendable {
  /// The parts a report can have.
  public enum ID: String, Sendable, CaseIterable {
    case observed, map, customer, hotspots, fixes, live, pay, prize, value, year, flows, paths, steps, stays,
      personas, scenarios, sure, typed, method
  }

  /// Which part.
  public var id: ID
  /// Its name in the table of contents.
  public var navigation: String
  /// What was found.
  public var heading: String
  /// How to read what follows.
  public var reading: String
  /// What shows it.
  public var blocks: [ReportBlock]
  /// The same data as a table.
  public var data: ReportTable?
  /// More of the same data, above it.
  public var moreData: [ReportTable] = []
  /// What limits it.
  public var notes: [String]

  /// Creates a part.
  public init(
    id: ID,
    navigation: String,
    heading: String,
    reading: String,
    blocks: [ReportBlock],
    data: ReportTable? = nil,
    notes: [String] = []
  ) {
    self.id = id
    self.navigation = navigation
    self.heading = heading
    self.reading = reading
    self.blocks = blocks
    self.data = data
    self.notes = notes
  }
}

/// What shows a finding.
public enum ReportBlock: Sendable {
  /// Figures in rows and columns.
  case table(ReportTable)
  /// Measured beside simulated.
  case observed(ObservedChart)
  /// The journey in lanes by stage.
  case lanes(LaneMap)
  /// A map of touchpoints and flows.
  case picture(JourneyPicture)
  /// A map of whole journeys, each of which can be looked at alone.
  case routes(JourneyPicture)
  /// Moves from stage to stage.
  case stageFlow(StageFlow)
  /// From today to all fixes.
  case prize(PrizeChart)
  /// Where travellers are lost.
  case losses(LossChart)
  /// Effects of fixes.
  case forest(ForestTable)
  /// Any set of fixes, answered by the page itself.
  case live(LiveModel)
  /// A share over periods.
  case curve(CurveChart)
  /// Small charts side by side on one scale.
  case personas(PersonaPanels)
  /// Variants beside today.
  case scenarios(ScenarioTable)
  /// What inputs do at the ends of their ranges.
  case tornado(TornadoChart)
  /// Where travellers are, visit by visit.
  case steps(StepTable)
  /// One traveller in two worlds.
  case story(StoryBoard)
  /// A finding of its own inside a part.
  case heading(String)
  /// A sentence under it.
  case words(String)
  /// A command to copy.
  case command(String)
  /// Sentences in a list.
  case list(title: String?, items: [String])
}

/// Figures in rows and columns.
public struct ReportTable: Sendable, Hashable {
  /// One column.
  public struct Column: Sendable, Hashable {
    /// Its heading.
    public var title: String
    /// Whether it holds figures, which stand right.
    public var isNumeric: Bool

    /// A column of words.
    public static func words(_ title: String) -> Column { Column(title: title, isNumeric: false) }

    /// A column of figures.
    public static func figures(_ title: String) -> Column { Column(title: title, isNumeric: true) }
  }

  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// What it says.
    public var text: String
    /// A second, smaller line.
    public var detail: String
    /// How it is to be read.
    public var tone: Tone

    /// Creates a cell.
    public init(_ text: String, detail: String = "", tone: Tone = .plain) {
      self.text = text
      self.detail = detail
      self.tone = tone
    }
  }

  /// What the table holds, for those who cannot see it.
  public var caption: String
  /// Its columns; the first names the row.
  public var columns: [Column]
  /// Its rows, each as long as `columns`.
  public var rows: [[Cell]]

  /// Creates a table.
  public init(caption: String, columns: [Column], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
