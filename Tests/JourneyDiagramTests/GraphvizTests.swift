import JourneyDiagram
import Testing

@Suite("Graphviz in this process", .serialized)
struct GraphvizTests {
  private let placed = """
    digraph picture {
      graph [bb="0,0,200,100" _background="c 7 -#FFFFFF C 7 -#FFFFFF P 4 0 0 200 0 200 100 0 100"]
      node [shape=box fixedsize=true width=1 height=0.5 fontname="DejaVu Sans Condensed"]
      a [pos="40,50" label="here"]
      b [pos="160,50" label="there"]
      a -> b [pos="e,124,50 76,50 90,50 100,50 114,50"]
    }
    """

  @Test("Every format gives a file of its kind, and Graphviz has nothing to complain about")
  func formats() throws {
    let begins: [(Graphviz.Format, String)] = [
      (.svg, "<?xml"), (.pdf, "%PDF"), (.dot, "digraph"), (.plain, "graph"),
    ]
    for (format, start) in begins {
      let output = try Graphviz.render(dot: placed, format: format)
      #expect(output.bytes.starts(with: Array(start.utf8)), "\(format)")
      #expect(output.warnings.isEmpty, "\(format): \(output.warnings)")
    }
    let png = try Graphviz.render(dot: placed, format: .png)
    #expect(png.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(png.warnings.isEmpty)
  }

  @Test("Two runs give the same bytes in every format", arguments: Graphviz.Format.allCases)
  func deterministic(format: Graphviz.Format) throws {
    let first = try Graphviz.render(dot: placed, format: format)
    let second = try Graphviz.render(dot: placed, format: format)
    #expect(first == second)
  }

  @Test("A PDF carries no time of day")
  func frozenDate() throws {
    let pdf = try Graphviz.render(dot: placed, format: .pdf).bytes
    let text = String(decoding: pdf, as: UTF8.self)
    if text.contains("/CreationDate") { #expect(text.contains("/CreationDate (D:20000101000000")) }
  }

  @Test("Positions are drawn exactly as given")
  func positions() throws {
    let text = String(decoding: try Graphviz.render(dot: placed, format: .dot).bytes, as: UTF8.self)
    #expect(text.contains("pos=\"40,50\""))
    #expect(text.contains("pos=\"160,50\""))
  }

  @Test("Broken text is an error with the reason, and the next drawing is sound")
  func brokenText() throws {
    let error = #expect(throws: GraphvizError.self) {
      _ = try Graphviz.render(dot: "digraph { a [label=\"", format: .svg)
    }
    #expect(error?.step == .read)
    #expect(error?.messages.isEmpty == false)
    #expect(try Graphviz.render(dot: placed, format: .svg).warnings.isEmpty)
  }

  @Test("A label that does not fit its box is reported as a warning, not on standard error")
  func warning() throws {
    let tight = """
      digraph t { a [label=<<TABLE><TR><TD FIXEDSIZE="TRUE" WIDTH="5" HEIGHT="5">much too wide</TD></TR></TABLE>>] }
      """
    let output = try Graphviz.render(dot: tight, engine: .dot, format: .svg)
    #expect(output.warnings.contains { $0.contains("size too small") })
  }

  @Test("Calls from many threads wait for each other")
  func concurrent() async throws {
    let alone = try Graphviz.render(dot: placed, format: .svg)
    let text = placed
    let together = await withTaskGroup(of: Graphviz.Output?.self) { group in
      for _ in 0..<8 { group.addTask { try? Graphviz.render(dot: text, format: .svg) } }
      return await group.reduce(into: [Graphviz.Output?]()) { $0.append($1) }
    }
    #expect(together.count == 8)
    #expect(together.allSatisfy { $0 == alone })
  }
}
