import Foundation
import JourneyReport
import Testing

@Suite("The page's colours")
struct StylesheetTests {
  /// Roles and colours of one block of the style sheet, read from the page itself.
  static func roles(after marker: String) throws -> [String: String] {
    let html = try ReportPage.html(ReportDocument(RetailerExperiments.input))
    let start = try #require(html.range(of: marker))
    let block = html[start.upperBound...].prefix { $0 != "}" }
    var roles: [String: String] = [:]
    for entry in block.split(separator: ";") {
      let parts = entry.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") { roles[parts[0]] = parts[1] }
    }
    return roles
  }

  /// Relative luminance (WCAG 2.2).
  static func luminance(_ hex: String) -> Double {
    var digits = Array(hex.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let channels = stride(from: 0, to: 6, by: 2).map { index -> Double in
      let value = Double(Int(String(digits[index...index + 1]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  static func contrast(_ one: String, _ other: String) -> Double {
    let pair = [luminance(one), luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  @Test(
    "give text 4.5:1 and marks 3:1 on every ground",
    arguments: [
      ":root{", ":root:not([data-theme=light]){", ":root[data-theme=dark]{",
    ]
  )
  func contrasts(marker: String) throws {
    let roles = try Self.roles(after: marker)
    for ground in ["--page", "--card", "--panel"] {
      let back = try #require(roles[ground])
      for text in ["--ink", "--soft", "--good", "--bad", "--open", "--link"] {
        let found = Self.contrast(try #require(roles[text]), back)
        #expect(found >= 4.5, "\(marker) \(text) on \(ground): \(found)")
      }
    }
    for ground in ["--page", "--card"] {
      let back = try #require(roles[ground])
      for mark in [
        "--c0", "--c1", "--c2", "--c3", "--c4", "--blue", "--orange", "--line", "--v0", "--v1", "--v2",
      ] {
        let found = Self.contrast(try #require(roles[mark]), back)
        #expect(found >= 3, "\(marker) \(mark) on \(ground): \(found)")
      }
    }
    for ground in ["--pain", "--chance", "--band80", "--band50"] {
      let found = Self.contrast(try #require(roles["--ink"]), try #require(roles[ground]))
      #expect(found >= 4.5, "\(marker) text on \(ground): \(found)")
    }
    for ground in ["--pain", "--chance"] {
      let found = Self.contrast(try #require(roles["--soft"]), try #require(roles[ground]))
      #expect(found >= 4.5, "\(marker) small text on \(ground): \(found)")
    }
  }

  @Test("are the same whether the system or the reader asks for dark")
  func darkTwice() throws {
    let bySystem = try Self.roles(after: ":root:not([data-theme=light]){")
    #expect(bySystem.count > 25)
    #expect(try Self.roles(after: ":root[data-theme=dark]{") == bySystem)
  }

  @Test("are told apart by the check: grey on grey would fail it")
  func twin() { #expect(Self.contrast("#777777", "#999999") < 3) }
}
