import JourneyDiagram
import JourneyTestSupport
import Testing

@Suite("Drawings printed in grey", .serialized)
struct GreyTests {
  private func shapes(_ view: PictureView) throws -> [PaintedShapes.Shape] {
    PaintedShapes(try Drawing(of: SamplePicture.picture(view)).svg()).shapes
  }

  @Test(
    "Heat and shares run from light to dark, or back, by steps that the eye can tell",
    arguments: Theme.allCases
  )
  func ramps(theme: Theme) {
    let palette = Palette.of(theme)
    for ramp in [palette.heat, palette.ramp] {
      let steps = zip(ramp, ramp.dropFirst()).map { first, second in
        let isDarker = Contrast.luminance(first) > Contrast.luminance(second)
        return (isDarker: isDarker, ratio: Contrast.ratio(first, second))
      }
      #expect(Set(steps.map(\.isDarker)).count == 1, "\(steps)")
      // Paper is light; from the third class on, where something is to be done, neighbours are further apart.
      guard theme == .light else { continue }
      for step in steps { #expect(step.ratio > 1.04, "\(steps)") }
      for step in steps.dropFirst(2) { #expect(step.ratio > 1.2, "\(steps)") }
    }
  }

  @Test("Channels are told by a sign on each card and a name on each lane", arguments: PictureView.allCases)
  func channels(view: PictureView) throws {
    let texts = try shapes(view).filter { $0.kind == "text" }.map(\.text)
    let signs = Set(["●", "▲", "■", "◆", "✚"])
    for sign in signs { #expect(texts.contains { $0.contains(sign) }, "\(sign)") }
    let words = texts.joined(separator: " ")
    for lane in SamplePicture.lanes {
      for word in lane.name.split(separator: " ") { #expect(words.contains(word), "\(lane.name)") }
    }
  }

  @Test("More and fewer differ by sign and by dash")
  func directions() throws {
    let shapes = try shapes(.difference)
    let palette = Palette.light
    func lines(_ colour: String) -> [PaintedShapes.Shape] {
      shapes.filter { $0.kind == "path" && $0.fill == nil && $0.stroke == colour.lowercased() }
    }
    #expect(!lines(palette.more).isEmpty && !lines(palette.fewer).isEmpty)
    #expect(lines(palette.more).allSatisfy { !$0.isDashed })
    #expect(lines(palette.fewer).allSatisfy { $0.isDashed })
    for (colour, sign) in [(palette.moreText, "+"), (palette.fewerText, "−")] {
      let words = shapes.filter { $0.kind == "text" && $0.fill == colour.lowercased() }
      #expect(!words.isEmpty)
      #expect(words.allSatisfy { $0.text.contains(sign) }, "\(words.map(\.text))")
    }
  }

  @Test("The five hottest touchpoints carry their ranks")
  func ranks() throws {
    let colour = Palette.light.onMedallion.lowercased()
    let numbers = try shapes(.hotspots).filter { $0.kind == "text" && $0.fill == colour }.map(\.text)
    #expect(numbers.sorted() == ["1", "2", "3", "4", "5"])
  }
}
