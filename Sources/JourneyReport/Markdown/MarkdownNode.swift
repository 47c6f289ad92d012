/// A piece of a Markdown document. Every text is escaped when it is written, whoever made it; what is written as it
/// stands is the markup of this file.
indirect enum MarkdownNode: Sendable {
  /// A heading of a level from 1.
  case heading(Int, String)
  /// Words in one or more voices.
  case paragraph([Phrase])
  /// Sentences in a list.
  case list([String])
  /// A table: its columns, and rows of as many cells.
  case table([ReportTable.Column], [[ReportTable.Cell]])
  /// Text between fences, in a language that hosts know.
  case fenced(String, language: String)

  /// A paragraph in one voice.
  static func words(_ text: String) -> MarkdownNode { .paragraph([.plain(text)]) }

  /// A table of a report.
  static func table(_ table: ReportTable) -> MarkdownNode { .table(table.columns, table.rows) }

  /// The piece as text without a line end, empty where it holds nothing.
  var text: String {
    switch self {
    case .heading(let level, let text): String(repeating: "#", count: level) + " " + MarkdownText.line(text)
    case .paragraph(let phrases): Self.line(phrases)
    case .list(let items): items.map { "- " + MarkdownText.line($0) }.joined(separator: "\n")
    case .table(let columns, let rows): Self.table(columns, rows)
    case .fenced(let text, let language): MarkdownText.fenced(text, language)
    }
  }

  /// Several pieces as a document.
  static func document(_ nodes: [MarkdownNode]) -> String {
    nodes.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// Blanks at the ends of strong words stand outside the asterisks, where Markdown wants them.
  private static func line(_ phrases: [Phrase]) -> String {
    var line = ""
    for phrase in phrases {
      let words = MarkdownText.line(phrase.text)
      guard !words.isEmpty else { continue }
      if phrase.text.first == " ", !line.isEmpty, !line.hasSuffix(" ") { line += " " }
      line += phrase.isStrong ? "**\(words)**" : words
      if phrase.text.last == " " { line += " " }
    }
    return line.hasSuffix(" ") ? String(line.dropLast()) : line
  }

  private static func table(_ columns: [ReportTable.Column], _ rows: [[ReportTable.Cell]]) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = row(columns.map { MarkdownText.line($0.title) })
    let rule = row(columns.map { $0.isNumeric ? "---:" : "---" })
    let body = rows.map { cells in
      row(
        cells.map { cell in
          let words = MarkdownText.line(cell.text)
          return cell.detail.isEmpty ? words : words + "<br>" + MarkdownText.line(cell.detail)
        }
      )
    }
    return ([head, rule] + body).joined(separator: "\n")
  }
}
