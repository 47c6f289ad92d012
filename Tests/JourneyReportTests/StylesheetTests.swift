import Foundation
import JourneyReport
import JourneyTestSupport
import Testing

@Suite("The page's colours")
struct StylesheetTests {
  /// Roles and colours of one block of the style sheet, read from the page itself.
  static func roles(after marker: String) throws -> [String: String] {
    let html = try ReportPageTests.html.get()
    let start = try #require(html.range(of: marker))
    let block = html[start.upperBound...].prefix { $0 != "}" }
    var roles: [String: String] = [:]
    for entry in block.split(separator: ";") {
      let parts = entry.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") { roles[parts[0]] = parts[1] }
    }
    return roles
  }

  /// The page's rules, those inside media queries included.
  static func rules() throws -> [(selector: String, declarations: [(name: String, value: String)])] {
    let html = try ReportPageTests.html.get()
    let style = try #require(html.components(separatedBy: "<style>").dropFirst().first)
    let text = style.components(separatedBy: "</style>")[0]
    return text.split(separator: "}").compactMap { rule in
      // Of "@media …{selector{…" the last two parts are the rule.
      let parts = rule.components(separatedBy: "{").suffix(2)
      guard parts.count == 2, let selector = parts.first, let body = parts.last else { return nil }
      return (
        selector.trimmingCharacters(in: .whitespacesAndNewlines),
        body.split(separator: ";").compactMap { entry in
          let halves = entry.split(separator: ":", maxSplits: 1).map(String.init)
          return halves.count == 2 ? (halves[0], halves[1]) : nil
        }
      )
    }
  }

  /// The roles that rules give to one of the properties.
  static func used(as properties: Set<String>) throws -> Set<String> {
    var found: Set<String> = []
    for rule in try rules() {
      for entry in rule.declarations where properties.contains(entry.name) {
        for piece in entry.value.components(separatedBy: "var(").dropFirst() {
          found.insert(String(piece.prefix { $0 != ")" }))
        }
      }
    }
    return found
  }

  private static let blocks = [":root{", ":root:not([data-theme=light]){", ":root[data-theme=dark]{"]

  /// Colours that text is never read by: a channel's sign, whose name stands beside it, is a mark.
  private static let signs: Set = ["--ch"]
  /// Backgrounds that show only as lines between their children, or as a gauge without words on it.
  private static let gaps: Set = ["--rule", "--f"]
  /// Not needed to read anything: separating lines, ticks that have their figure beside them, and the grounds
  /// themselves where they outline a mark.
  private static let decoration: Set = ["--hair", "--rule", "--card", "--panel", "--page"]
  /// Areas whose edge, not their filling, shows how far they go.
  private static let edged = ["--band80": ".band80", "--band50": ".band50", "--reach": ".reach"]
  /// The channels' colours reach marks by way of one name.
  private static let channels: Set = ["--c0", "--c1", "--c2", "--c3", "--c4"]

  @Test("give every text 4.5:1 on every ground of the page", arguments: blocks)
  func texts(block: String) throws {
    let roles = try Self.roles(after: block)
    let texts = try Self.used(as: ["color"]).subtracting(Self.signs)
    let grounds = try Self.used(as: ["background", "background-color"]).subtracting(Self.gaps)
    #expect(texts.isSuperset(of: ["--ink", "--soft", "--good", "--bad", "--open", "--link", "--v0"]))
    #expect(grounds.isSuperset(of: ["--page", "--card", "--panel", "--pain", "--chance"]))
    for ground in grounds {
      // Lines of variants stand in tables, and tables never stand in a note.
      let isNote = ["--pain", "--chance"].contains(ground)
      for text in texts where !(isNote && text.hasPrefix("--v")) {
        let found = Contrast.ratio(try #require(roles[text]), try #require(roles[ground]))
        #expect(found >= 4.5, "\(block) \(text) on \(ground): \(found)")
      }
    }
    for ground in ["--band80", "--band50"] {
      for text in ["--ink", "--soft"] {
        let found = Contrast.ratio(try #require(roles[text]), try #require(roles[ground]))
        #expect(found >= 4.5, "\(block) \(text) in a chart on \(ground): \(found)")
      }
    }
  }

  @Test("give every mark 3:1 on page and card, transparent ones as they are seen", arguments: blocks)
  func marks(block: String) throws {
    let roles = try Self.roles(after: block)
    var count = 0
    for rule in try Self.rules() {
      let given = Dictionary(rule.declarations.map { ($0.name, $0.value) }) { $1 }
      let alpha = given["opacity"].flatMap { Double($0) } ?? 1
      // An edge, where there is one, is what shows where a mark ends.
      guard
        let paint = [given["stroke"], given["fill"]].compactMap({ $0 }).first(where: { $0.hasPrefix("var(") })
      else { continue }
      let name = String(paint.dropFirst(4).prefix { $0 != ")" })
      if Self.decoration.contains(name) && given["fill"].map({ $0 == "none" || $0 == paint }) ?? true {
        continue
      }
      let isOutlined = name == "--card" && given["fill"] != nil
      let colours = name == "--ch" || isOutlined ? Self.channels : [name]
      for role in colours {
        for ground in ["--page", "--card"] {
          let back = try #require(roles[ground])
          let seen = Contrast.blend(try #require(roles[role]), over: back, alpha: alpha)
          let found = Contrast.ratio(seen, back)
          #expect(found >= 3, "\(block) \(rule.selector) \(role) on \(ground): \(found)")
          count += 1
        }
      }
    }
    #expect(count > 40)
  }

  @Test("show a mark that lies on another mark at 3:1", arguments: blocks)
  func marksOnMarks(block: String) throws {
    let roles = try Self.roles(after: block)
    let pairs = [
      ("--lost", "--reach"), ("--line", "--band80"), ("--line", "--band50"), ("--soft", "--band50"),
      ("--ink", "--blue-light"), ("--ink", "--high"), ("--pain-edge", "--pain"),
      ("--chance-edge", "--chance"),
      ("--bad", "--band80"), ("--ink", "--pain"),
    ]
    for (mark, ground) in pairs {
      let found = Contrast.ratio(try #require(roles[mark]), try #require(roles[ground]))
      #expect(found >= 3, "\(block) \(mark) on \(ground): \(found)")
    }
  }

  @Test("of shares are the same in light and dark, and their figures are read on each of them")
  func shares() throws {
    var grounds: [String: String] = [:]
    var texts: [String: String] = [:]
    for rule in try Self.rules() {
      for selector in rule.selector.split(separator: ",").map(String.init) where selector.hasPrefix(".r") {
        for entry in rule.declarations where entry.value.hasPrefix("#") {
          if entry.name == "background" { grounds[selector] = entry.value }
          if entry.name == "color" { texts[selector] = entry.value }
        }
      }
    }
    #expect(grounds.count == 7)
    for (selector, ground) in grounds {
      let found = Contrast.ratio(try #require(texts[selector]), ground)
      #expect(found >= 4.5, "\(selector): \(found)")
    }
  }

  @Test("are the same roles in light and dark, and the same whether the system or the reader asks for dark")
  func darkTwice() throws {
    let light = try Self.roles(after: Self.blocks[0])
    let bySystem = try Self.roles(after: Self.blocks[1])
    #expect(light.count > 25)
    #expect(Set(light.keys) == Set(bySystem.keys))
    #expect(try Self.roles(after: Self.blocks[2]) == bySystem)
  }

  @Test("are all given: no rule names a role that there is not")
  func known() throws {
    let roles = Set(try Self.roles(after: Self.blocks[0]).keys)
    for name in try Self.used(as: ["color", "background", "fill", "stroke", "border-color", "border"]) {
      #expect(roles.contains(name) || ["--ch", "--f"].contains(name), "\(name)")
    }
  }

  @Test("are told apart by the check: grey on grey would fail it, and so would a faint black")
  func twin() {
    #expect(Contrast.ratio("#777777", "#999999") < 3)
    #expect(Contrast.ratio(Contrast.blend("#000000", over: "#ffffff", alpha: 0.3), "#fff") < 3)
    #expect(abs(Contrast.ratio("#000", "#fff") - 21) < 1e-9)
  }
}
