import JourneyDiagnostics
import JourneyDiagram
import JourneyReport

/// A report as the bytes of its files.
struct WrittenReport {
  /// What it says.
  let document: ReportDocument
  /// The report first, then what else was asked for.
  private(set) var files: [(path: String, bytes: [UInt8])]
  /// Why what was asked for is not all there, and what to do about it.
  private(set) var missing: String?

  /// Writes a report in the format of its place; with a PDF of the page where that is wanted.
  ///
  /// Where no browser can print the page, the pictures are written as PDF instead, and `missing` says so.
  ///
  /// - Throws: `GraphvizError` when a picture cannot be drawn; exit code 130 when interrupted.
  init(_ input: ReportInput, _ place: ReportPlace, withPDF: Bool, withFigures: Bool, isQuiet: Bool)
    async throws
  {
    document = ReportDocument(input)
    files = []
    let prints = withPDF || place.format == .pdf
    // What is printed is the page that is written.
    let page = prints || place.format == .html ? try ReportPage.html(document) : ""
    switch place.format {
    case .html: files.append((place.report, Array(page.utf8)))
    case .md: files.append((place.report, Array(ReportMarkdown.text(document).utf8)))
    case .json: files.append((place.report, Self.figures(input)))
    case .pdf: break
    }
    if withFigures, place.format != .json { files.append((place.figures, Self.figures(input))) }
    guard prints else { return }
    let progress = ProgressLine("printing", total: 1, isQuiet: isQuiet)
    progress.update(0)
    defer { progress.erase() }
    do {
      let printer = PagePrinter(browser: try Browser.found())
      files.append((place.pdf, try await Interruption.run { try await printer.pdf(of: page) }))
    } catch let failure as PrintingFailure {
      // Pictures have no place beside a report that goes to standard output.
      guard !place.report.isEmpty else {
        missing = failure.message
        return
      }
      files += try ReportPictures.files(input, place, [.pdf], isQuiet: isQuiet)
      missing = failure.message + "; the pictures of the report are written as PDF instead"
    }
  }
}

extension WrittenReport {
  /// Everything that the report is made from, as JSON.
  private static func figures(_ input: ReportInput) -> [UInt8] {
    Array((ReportJSON.document(input).pretty + "\n").utf8)
  }
}

/// The pictures of a report as files of their own.
enum ReportPictures {
  static func files(
    _ input: ReportInput,
    _ place: ReportPlace,
    _ formats: [Graphviz.Format],
    isQuiet: Bool
  ) throws -> [(path: String, bytes: [UInt8])] {
    let drawn = try input.namedPictures.flatMap { name, picture in
      let drawing = try Drawing(of: picture)
      return try formats.map { format in
        (path: "\(place.stem)-\(name).\(format.rawValue)", output: try drawing.render(format))
      }
    }
    // All pictures write the same names, so one of them speaks for the others.
    if let note = drawn.lazy.flatMap(\.output.notes).first, !isQuiet {
      Terminal.note("note: \(DisplayText.safe(note))\n")
    }
    return drawn.map { ($0.path, $0.output.bytes) }
  }
}
