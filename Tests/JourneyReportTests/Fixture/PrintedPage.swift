import Foundation
import JourneyTestSupport
import Testing

/// A page as a browser prints it, read back as words on sheets. Maps keep their room but are left out: they are
/// drawings, read as a whole.
struct PrintedPage: Sendable {
  /// One printed word, in points.
  struct Word: Sendable {
    var text: String
    var size: Double
    var bottom: Double
  }

  /// One side of paper.
  struct Sheet: Sendable {
    var height: Double
    var words: [Word]
    /// All that it says, without blanks.
    var text: String { PrintedPage.plain(words.map(\.text).joined()) }
    /// What it says in the letters of headings, which nothing else has.
    var heading: String { PrintedPage.plain(words.filter { $0.size > 15 }.map(\.text).joined()) }
  }

  /// What reads a PDF; nil where it is not installed.
  static let reader = ["/usr/bin/", "/opt/homebrew/bin/", "/usr/local/bin/"].map { $0 + "pdftotext" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  let sheets: [Sheet]

  /// Prints a page.
  init(_ html: String) throws {
    let folder = try TemporaryFolder()
    let (pdf, words) = (folder.path("page.pdf"), folder.path("page.words"))
    // A word of known size on a sheet of its own tells how high words are in this machine's font.
    let ruler = "<p style=\"break-before:page;font-size:20pt\">Ruler</p></body>"
    _ = try Browser.open(
      html.replacing("</head>", with: "<style>.drawing{visibility:hidden}</style></head>")
        .replacing("</body>", with: ruler),
      width: 1440,
      ["--no-pdf-header-footer", "--print-to-pdf=\(pdf)"]
    )
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.reader))
    process.arguments = ["-raw", "-bbox", pdf, words]
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: words, encoding: .utf8)
    let read = text.components(separatedBy: "<page ").dropFirst().map { page in
      Sheet(
        height: page.firstMatch(of: /height="([\d.]+)"/).flatMap { Double($0.1) } ?? 0,
        words: page.matches(of: /yMin="([-\d.]+)" xMax="[-\d.]+" yMax="([-\d.]+)">(.*?)<\/word>/).map {
          let (top, bottom) = (Double($0.1) ?? 0, Double($0.2) ?? 0)
          return Word(text: Self.unescaped($0.3), size: bottom - top, bottom: bottom)
        }
      )
    }
    let unit = try #require(read.last?.words.first { $0.text == "Ruler" }).size / 20
    sheets = read.dropLast().map { sheet in
      Sheet(
        height: sheet.height,
        words: sheet.words.map { Word(text: $0.text, size: $0.size / unit, bottom: $0.bottom) }
      )
    }
  }

  /// The sheets of every heading's part in the order of the page; a part without a sheet of its own has none.
  func parts(_ headings: [String]) -> [ArraySlice<Sheet>] {
    let starts = headings.map { heading in
      sheets.indices.filter { sheets[$0].heading == Self.plain(heading) }
    }
    return starts.indices.map { index in
      guard starts[index].count == 1, let start = starts[index].first else { return [] }
      let next = starts.dropFirst(index + 1).compactMap(\.first).first { $0 > start }
      return sheets[start..<(next ?? sheets.endIndex)]
    }
  }

  /// What a part says outside its drawings and closed tables, piece by piece, but for what is of no use on paper.
  static func openText(of part: String) -> [String] {
    var open = part
    for pattern in [
      /<details>.*?<\/details>/, /<svg.*?<\/svg>/, /<thead>.*?<\/thead>/, /<p class="swipe">.*?<\/p>/,
      /<div class="flow-key">.*?<\/div>/, /<t[hd] [^>]*class="try".*?<\/t[hd]>/,
    ] {
      open.replace(pattern.dotMatchesNewlines(), with: "")
    }
    return open.matches(of: /<(th|td|p|li|h3)[ >].*?<\/\1>/.dotMatchesNewlines()).flatMap { element in
      element.0.split(separator: /<[^>]*>/).map { plain(unescaped($0)) }.filter { !$0.isEmpty }
    }
  }

  /// A text as it is compared: lines may break anywhere, and fonts may join letters.
  static func plain(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&apos;", with: "'").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
