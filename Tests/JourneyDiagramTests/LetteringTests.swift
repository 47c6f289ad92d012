import JourneyDiagram
import Testing

@Suite("Fitting text")
struct LetteringTests {
  @Test("Width grows with size and weight, and nothing has no width")
  func widths() {
    #expect(Lettering.width(of: "", size: 12) == 0)
    #expect(abs(Lettering.width(of: "0000", size: 10) - 22.88) < 1e-9)
    #expect(Lettering.width(of: "Journey", size: 12, bold: true) > Lettering.width(of: "Journey", size: 12))
    #expect(Lettering.width(of: "顧客", size: 10) > Lettering.width(of: "ab", size: 10))
  }

  @Test(
    "A text that fits stays; one that does not ends in an ellipsis and fits",
    arguments: OddPictures.hostileNames
  )
  func fits(text: String) {
    #expect(Lettering.fit(text, width: 10_000, size: 12) == text)
    let short = Lettering.fit(text, width: 60, size: 12)
    #expect(Lettering.width(of: short, size: 12) <= 60)
    if short != text { #expect(short.hasSuffix("…")) }
  }

  @Test("Wrapping keeps to the width and to the number of lines", arguments: OddPictures.hostileNames)
  func wraps(text: String) {
    for lines in 1...3 {
      let wrapped = Lettering.wrap(text, width: 80, size: 12, bold: true, lines: lines)
      #expect(wrapped.count <= lines)
      #expect(wrapped.allSatisfy { Lettering.width(of: $0, size: 12, bold: true) <= 80 })
    }
  }

  @Test("Words stay whole where they can")
  func words() {
    #expect(
      Lettering.wrap("Email and social media", width: 80, size: 13, bold: true, lines: 3) == [
        "Email and", "social", "media",
      ]
    )
  }
}
