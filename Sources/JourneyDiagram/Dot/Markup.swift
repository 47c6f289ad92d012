/// A piece of an HTML-like label. It can only be built from the parts below, and text passes the escape on its way in.
struct Markup {
  /// The label text.
  let text: String

  private init(_ text: String) { self.text = text }

  /// A run of text.
  static func run(_ text: String, size: Double, colour: String, bold: Bool = false) -> Markup {
    let escaped = DotText.markup(text)
    let inner = bold ? "<B>\(escaped)</B>" : escaped
    return Markup("<FONT POINT-SIZE=\"\(DotNumber.text(size))\" COLOR=\"\(colour)\">\(inner)</FONT>")
  }

  /// Pieces one after the other in a line.
  static func line(_ pieces: [Markup]) -> Markup { Markup(pieces.map(\.text).joined()) }

  /// A table of one cell per row.
  static func rows(_ cells: [Cell]) -> Markup { table(cells.map { "<TR>\($0.text)</TR>" }.joined()) }

  /// A table of one row.
  static func row(_ cells: [Cell]) -> Markup { table("<TR>\(cells.map(\.text).joined())</TR>") }

  private static func table(_ inner: String) -> Markup {
    Markup("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">\(inner)</TABLE>")
  }

  /// Where text stands in a cell.
  enum Alignment: String {
    case left = "LEFT"
    case centre = "CENTER"
    case right = "RIGHT"
  }

  /// A table cell.
  struct Cell {
    fileprivate let text: String

    /// An empty cell of exactly this size, or one that holds text and grows when a missing font's stand-in is larger.
    ///
    /// It never holds a table: Graphviz 2.42 aborts the process when a table is larger than its fixed cell.
    static func sized(
      width: Int,
      height: Int,
      align: Alignment = .left,
      fill: String? = nil,
      _ content: Markup? = nil
    ) -> Cell {
      let colour = fill.map { " BGCOLOR=\"\($0)\"" } ?? ""
      let exact = content == nil ? " FIXEDSIZE=\"TRUE\"" : ""
      return Cell(
        text: "<TD ALIGN=\"\(align.rawValue)\"\(exact) WIDTH=\"\(width)\" HEIGHT=\"\(height)\""
          + "\(colour)>\(content?.text ?? "")</TD>"
      )
    }

    /// A cell of at least this size that may hold a table.
    static func holding(_ content: Markup, width: Int? = nil, height: Int? = nil) -> Cell {
      let size =
        (width.map { " WIDTH=\"\($0)\"" } ?? "") + (height.map { " HEIGHT=\"\($0)\"" } ?? "")
      return Cell(text: "<TD ALIGN=\"LEFT\"\(size)>\(content.text)</TD>")
    }
  }
}
