import JourneyDiagnostics
import JourneyEventLog
import JourneyReport

/// The columns of a log for somebody who has to choose among them.
struct ColumnAdvice {
  let text: String

  init(_ preview: LogPreview, path: String, missing: [String]) {
    let names = preview.columns.map { Self.printable($0.name) }
    let kinds = preview.columns.map { column in
      column.role == .time ? "times" : column.filled == 0 ? "empty" : "\(column.distinct) different"
    }
    let widths = (names.map(\.count).max() ?? 0, kinds.map(\.count).max() ?? 0)
    var text =
      "error[columns-not-chosen]: \(missing.joined(separator: ", ")) must be given; columns are not guessed\n"
    text +=
      "\(DisplayText.safe(path)) has \(preview.columns.count) columns; its first \(preview.rows) rows hold\n\n"
    for (index, column) in preview.columns.enumerated() {
      let name = names[index] + String(repeating: " ", count: widths.0 - names[index].count)
      let kind = String(repeating: " ", count: widths.1 - kinds[index].count) + kinds[index]
      let examples = Self.printable(column.examples.prefix(2).joined(separator: ", "))
      var line = "  \(name)   \(kind)   \(examples)"
      if let role = column.role { line += "   perhaps the \(role.rawValue)" }
      text += line + "\n"
    }
    text += "\n"
    let cases = preview.candidates(.caseName)
    if cases.count > 1, missing.contains("--case") {
      text += "More than one column may be the case: \(Self.list(cases)).\n"
      text += "They give different journeys; choose the one that is a journey to you.\n"
    }
    let times = preview.candidates(.time)
    if times.count > 1, missing.contains("--time") {
      text += "More than one column holds times: \(Self.list(times)).\n"
      text += "The order of events may differ; choose the moment that counts.\n"
    }
    func only(_ columns: [LogPreview.Column]) -> String { columns.count == 1 ? columns[0].name : "COLUMN" }
    let command = ShellWords.line([
      "journey", "fit", path, "--case", only(cases), "--activity", only(preview.candidates(.activity)),
      "--time", only(times),
    ])
    self.text = text + "For example: \(DisplayText.safe(command))\n"
  }

  /// Text of a file on one line of a terminal, at most 40 characters.
  private static func printable(_ text: String) -> String {
    let line = DisplayText.safe(text)
    return line.count > 40 ? line.prefix(39) + "…" : line
  }

  private static func list(_ columns: [LogPreview.Column]) -> String {
    columns.map { printable($0.name) }.joined(separator: ", ")
  }
}
