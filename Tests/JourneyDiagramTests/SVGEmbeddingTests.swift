import JourneyDiagram
import Testing

@Suite("Drawings inside a page", .serialized)
struct SVGEmbeddingTests {
  @Test("Two inlined drawings share no id, and each is well formed")
  func prefixes() throws {
    let map = SVGEmbedding.inline(
      try Drawing(of: SamplePicture.picture(.map)).render(.svg).bytes,
      idPrefix: "map-"
    )
    let heat = SVGEmbedding.inline(
      try Drawing(of: SamplePicture.picture(.hotspots)).render(.svg).bytes,
      idPrefix: "heat-"
    )
    let first = try #require(Checks.elementIDs(of: map))
    let second = try #require(Checks.elementIDs(of: heat))
    #expect(first.contains("map-tp-webform"))
    #expect(second.contains("heat-tp-webform"))
    #expect(Set(first).isDisjoint(with: second))
    #expect(Set(first).count == first.count)
    #expect(first.allSatisfy { $0.hasPrefix("map-") })
  }

  @Test("The prolog, comments, links and fixed sizes are gone; tooltips are titles")
  func shape() throws {
    let picture = SamplePicture.picture(.map)
    let svg = SVGEmbedding.inline(try Drawing(of: picture).svg(), idPrefix: "a-", label: picture.title)
    #expect(svg.hasPrefix("<svg "))
    for gone in [
      "<?xml", "<!DOCTYPE", "<!--", "<a ", "</a>", "xlink", "<title>n0</title>", "<title>journey</title>",
    ] {
      #expect(!svg.contains(gone), "\(gone)")
    }
    #expect(svg.contains("width=\"100%\" viewBox=\""))
    #expect(!svg.contains("height=\"1"))
    #expect(svg.contains("<title>Online contract: reached by 33% of journeys</title>"))
    #expect(svg.contains("role=\"img\" aria-label=\"Where the move breaks"))
  }

  @Test("Hostile names stay text", arguments: PictureView.allCases)
  func hostile(view: PictureView) throws {
    let svg = SVGEmbedding.inline(
      try Drawing(of: OddPictures.hostile(view)).svg(),
      idPrefix: "x\" onload=\"y",
      label: "<b>\"&"
    )
    let ids = try #require(Checks.elementIDs(of: svg))
    #expect(ids.filter { $0.contains("tp-") }.count >= 22)
    #expect(!svg.contains("<b>"))
    #expect(!svg.contains("onload=\""))
  }
}
