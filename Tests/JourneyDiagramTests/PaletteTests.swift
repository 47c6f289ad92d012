import JourneyDiagram
import JourneyTestSupport
import Testing

@Suite("Colours")
struct PaletteTests {
  private func contrast(_ a: String, _ b: String) -> Double { Contrast.ratio(a, b) }

  /// A line as drawn: a little transparent on its background.
  private func drawn(_ hex: String, on background: String) -> String {
    Contrast.blend(hex, over: background, alpha: 208.0 / 255)
  }

  @Test("The yardstick is right: black on white is 21, a colour on itself is 1")
  func yardstick() {
    #expect(abs(contrast("#000000", "#FFFFFF") - 21) < 1e-9)
    #expect(contrast("#767676", "#FFFFFF") > 4.5)
    #expect(contrast("#777777", "#FFFFFF") < 4.5)
  }

  @Test("Text has at least 4.5 to 1 on every background that it stands on", arguments: Theme.allCases)
  func text(theme: Theme) {
    let p = Palette.of(theme)
    var pairs: [(String, String, String)] = [
      ("ink on page", p.ink, p.page), ("ink on panel", p.ink, p.panel), ("ink on header", p.ink, p.header),
      ("ink on card", p.ink, p.card), ("ink on ghost", p.ink, p.ghostCard), ("ink on left", p.ink, p.left),
      ("secondary on page", p.secondary, p.page), ("secondary on header", p.secondary, p.header),
      ("secondary on card", p.secondary, p.card), ("secondary on ghost", p.secondary, p.ghostCard),
      ("secondary on left", p.secondary, p.left), ("secondary on heat 1", p.secondary, p.heat(0)),
      ("secondary on heat 2", p.secondary, p.heat(1)), ("bad on card", p.bad, p.card),
      ("bad on page", p.bad, p.page), ("good on page", p.good, p.page), ("tab", p.tabText, p.tab),
      ("ghost", p.ghostText, p.ghostCard), ("goal", p.onStrong, p.goal), ("loss", p.onStrong, p.loss),
      ("neutral", p.onStrong, p.neutral), ("medallion", p.onMedallion, p.medallion),
      ("more", p.moreText, p.card), ("fewer", p.fewerText, p.card), ("worse", p.worseText, p.worse),
      ("better", p.betterText, p.better),
    ]
    for level in 0...6 { pairs.append(("heat \(level + 1)", p.onHeat(level), p.heat(level))) }
    for number in 1...5 { pairs.append(("path \(number)", p.onPath, p.path(number))) }
    for (name, text, ground) in pairs {
      #expect(contrast(text, ground) >= 4.5, "\(name): \(contrast(text, ground))")
    }
  }

  @Test("Marks have at least 3 to 1 on a lane", arguments: Theme.allCases)
  func marks(theme: Theme) {
    let p = Palette.of(theme)
    let solid =
      p.channels + p.paths + [p.entry, p.goal, p.loss, p.neutral, p.leftLine]
    for colour in solid { #expect(contrast(colour, p.panel) >= 3, "\(colour): \(contrast(colour, p.panel))") }
    for colour in [p.flow, p.failureFlow, p.more, p.fewer] {
      let seen = drawn(colour, on: p.panel)
      #expect(contrast(seen, p.panel) >= 3, "\(colour): \(contrast(seen, p.panel))")
    }
    for colour in p.channels { #expect(contrast(colour, p.card) >= 3, "\(colour)") }
  }

  @Test("Every role of the light palette has a hex of its own, in the same order as the dark one")
  func ownHex() {
    let light = Palette.light.roles
    #expect(Set(light.map { $0.hex.lowercased() }).count == light.count)
    #expect(light.map(\.name) == Palette.dark.roles.map(\.name))
    #expect(Set(light.map(\.name)).count == light.count)
  }

  @Test("The style sheet recolours every colour of a drawing")
  func darkRules() throws {
    let custom = Lane(name: "Fax", colour: .custom(light: "#123456", dark: "#abcdef"))
    let rules = Palette.darkRules(scope: ".gv", lanes: [custom])
    #expect(rules.contains(".gv [fill=\"#17212b\"]{fill:#E8EDF2}"))
    #expect(rules.contains(".gv [stroke=\"#123456\"]{stroke:#ABCDEF}"))
    for view in PictureView.allCases {
      let svg = try Drawing(of: SamplePicture.picture(view)).svg()
      for attribute in ["fill", "stroke"] {
        for piece in svg.split(separator: " \(attribute)=\"").dropFirst() {
          let colour = String(piece.prefix { $0 != "\"" })
          let isNone = colour == "none" || colour == "transparent"
          #expect(isNone || rules.contains("[\(attribute)=\"\(colour)\"]"), "\(view) \(attribute) \(colour)")
        }
      }
    }
  }

  @Test("A custom colour that is none falls back, and sixth channels repeat colours")
  func channels() {
    let p = Palette.light
    #expect(p.channel(.custom(light: "red;}", dark: "x"), theme: .light) == p.secondary)
    #expect(p.channel(.slot(5), theme: .light) == p.channel(.slot(0), theme: .light))
    #expect(p.channel(.slot(-2), theme: .light) == p.channel(.slot(0), theme: .light))
  }
}
