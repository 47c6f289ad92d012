import JourneyDiagram
import Testing

@Suite("Whole drawings", .serialized)
struct DrawingTests {
  static let pictures: [JourneyPicture] = PictureView.allCases.flatMap { view in
    Theme.allCases.map { SamplePicture.picture(view, theme: $0) }
      + [OddPictures.hostile(view), OddPictures.hostile(view, hasStages: false)]
  }

  @Test("Graphviz has nothing to complain about, whatever the names", arguments: pictures)
  func silent(picture: JourneyPicture) throws {
    let drawing = try Drawing(of: picture)
    for format in [Graphviz.Format.svg, .pdf] {
      let output = try drawing.render(format)
      #expect(output.warnings == [], "\(format)")
      #expect(output.bytes.count > 1000)
    }
  }

  @Test("The SVG is well formed and holds every touchpoint and outcome once", arguments: pictures)
  func wellFormed(picture: JourneyPicture) throws {
    let ids = try #require(Checks.elementIDs(of: try Drawing(of: picture).svg()))
    #expect(ids.filter { $0.hasPrefix("tp-") }.count == picture.cards.count)
    #expect(ids.filter { $0.hasPrefix("out-") }.count == picture.outcomes.count)
    #expect(Set(ids).count == ids.count)
  }

  @Test("An ordinary id is found in the file as it is")
  func plainIDs() throws {
    let picture = SamplePicture.picture(.map)
    let svg = try Drawing(of: picture).svg()
    for card in picture.cards { #expect(svg.contains("id=\"tp-\(card.id)\"")) }
    for outcome in picture.outcomes { #expect(svg.contains("id=\"out-\(outcome.id)\"")) }
  }

  @Test("Two runs give the same bytes", arguments: [Graphviz.Format.svg, .png, .pdf, .dot])
  func deterministic(format: Graphviz.Format) throws {
    for picture in [SamplePicture.picture(.map), SamplePicture.withoutStages()] {
      let first = try Drawing(of: picture).render(format)
      let second = try Drawing(of: picture).render(format)
      #expect(first == second)
    }
  }

  @Test("Touchpoints with the same id stay apart as elements")
  func twins() throws {
    var picture = SamplePicture.picture(.map)
    picture.cards[1].id = picture.cards[0].id
    let ids = try #require(Checks.elementIDs(of: try Drawing(of: picture).svg()))
    #expect(Set(ids).count == ids.count)
  }

  @Test("Text is never smaller than 10 points")
  func textSize() throws {
    for view in PictureView.allCases {
      let svg = try Drawing(of: SamplePicture.picture(view)).svg()
      let sizes = svg.split(separator: "font-size=\"").dropFirst().compactMap { piece in
        piece.split(separator: "\"").first.flatMap { Double($0) }
      }
      #expect(sizes.count > 50)
      #expect(sizes.allSatisfy { $0 >= 10 })
    }
  }

  @Test("A character that no font has is named where the drawing shows a box")
  func boxes() throws {
    var picture = SamplePicture.picture(.map)
    #expect(try Drawing(of: picture).render(.png).boxes == [])
    picture.cards[0].name = "Tea \u{378}\u{378}"
    let drawing = try Drawing(of: picture)
    #expect(try drawing.render(.svg).boxes == [])
    #if os(Linux)
      for format in [Graphviz.Format.png, .pdf] {
        #expect(try drawing.render(format).boxes == ["\u{378}"])
      }
    #endif
  }

  @Test("Long names wrap or end in an ellipsis, and the pointer still finds the whole name")
  func longNames() throws {
    var picture = SamplePicture.picture(.map)
    let name = "Independent damage assessment by an external loss adjuster on site"
    picture.cards[0].name = name
    picture.cards[0].tooltip = ""
    let svg = try Drawing(of: picture).svg()
    #expect(svg.contains("xlink:title=\"\(name)\""))
    #expect(svg.contains("…"))
  }

  @Test("Figure, name and interval of an outcome are rows that keep apart")
  func outcomeRows() throws {
    let picture = SamplePicture.picture(.map)
    let lines = try Drawing(of: picture).dot.split(separator: "\n")
    for outcome in picture.outcomes {
      let line = try #require(lines.first { $0.contains("id=\"out-\(outcome.id)\"") })
      let rows = [outcome.value, outcome.name, outcome.interval].filter { !$0.isEmpty }
      #expect(line.matches(of: /<TR>/).count == rows.count)
    }
  }

  @Test("Title, answer, caption and coverage are in the picture")
  func words() throws {
    let picture = SamplePicture.picture(.map)
    let drawing = try Drawing(of: picture)
    let svg = try drawing.svg()
    #expect(svg.contains(picture.title))
    #expect(svg.contains("48.8% of people sign"))
    #expect(svg.contains("seed 7"))
    #expect(svg.contains(drawing.coverage.sentence))
  }

  @Test("A picture whose page says title and answer has no empty space for them")
  func bare() throws {
    var picture = SamplePicture.picture(.map)
    let full = try Drawing(of: picture)
    picture.title = ""
    picture.answer = ""
    let bare = try Drawing(of: picture)
    #expect(bare.sheet.top > full.sheet.top + 30)
    #expect(bare.scene.cards == full.scene.cards)
    picture.legend = .none
    #expect(try Drawing(of: picture).sheet.top > -20)
  }

  @Test("Lines that come back to the first column stay clear of the lanes' names")
  func clearNames() throws {
    var picture = SamplePicture.picture(.map)
    for card in picture.cards where card.stage > 0 {
      picture.flows.append(Flow(from: card.id, to: "search", share: 0.1))
      picture.flows.append(Flow(from: card.id, to: "estate", share: 0.1))
    }
    let drawing = try Drawing(of: picture)
    let leftmost = drawing.routes.flatMap { $0.curve.samples() }.map(\.x).min() ?? 0
    #expect(drawing.routes.filter(\.isBackward).count > 10)
    #expect(leftmost > 116)
  }

  @Test("A journey that leaves after one visit has its number on the card, though leaving has no line")
  func numbersOfLeavers() throws {
    var picture = SamplePicture.picture(.topPaths)
    picture.flows.append(Flow(from: "flyer", to: "gone", share: 0.1, style: .path(6)))
    let drawing = try Drawing(of: picture)
    #expect(!drawing.routes.contains { picture.flows[$0.flow].to == "gone" })
    let lines = drawing.dot.split(separator: "\n")
    for id in ["tp-flyer", "out-gone"] {
      let line = try #require(lines.first { $0.contains("id=\"\(id)\"") })
      #expect(line.contains(" path-6\""), "\(id)")
    }
    let card = try #require(lines.first { $0.contains("id=\"tp-flyer\"") })
    #expect(card.contains("fillcolor=\"\(Palette.light.card)\""))
  }

  @Test("Each view shows its own message")
  func messages() throws {
    let map = try Drawing(of: SamplePicture.picture(.map)).dot
    #expect(map.contains("Photo rejected · 28%"))
    #expect(map.contains("how visits felt"))
    let hotspots = try Drawing(of: SamplePicture.picture(.hotspots)).dot
    #expect(hotspots.contains("rank-1-tp-webform"))
    #expect(!hotspots.contains("rank-6"))
    let paths = try Drawing(of: SamplePicture.picture(.topPaths)).dot
    #expect(paths.contains("353 journeys"))
    let difference = try Drawing(of: SamplePicture.picture(.difference)).dot
    #expect(difference.contains("▲ +6.1 pts"))
    #expect(difference.contains("more people than today"))
    #expect(difference.split(separator: "\n").filter { $0.contains("class=\"figure\"") }.count == 6)
  }
}
