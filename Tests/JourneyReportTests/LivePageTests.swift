import Foundation
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import Testing

@Suite("Fixes tried in the page")
struct LivePageTests {
  static let node = ["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Numbers from 0 to 1 in a fixed sequence (Park and Miller 1988).
  struct Sequence {
    var state = 20_817
    mutating func next() -> Double {
      state = state * 48_271 % 2_147_483_647
      return Double(state) / 2_147_483_647
    }
  }

  /// The fictitious retailer with pairs that matter and a year's arrivals.
  static let input: ReportInput = {
    var input = RetailerExperiments.input
    input.command = "journey report alder.yaml --travellers 200000 --seed 1"
    input.whatIf?.year = [YearFigure(quantity: .travellers, estimate: .exact(90_000))]
    guard let whatIf = input.whatIf else { return input }
    let metrics = LiveModel.metrics(whatIf)
    var sequence = Sequence()
    input.pairs = FixPairs(
      fixes: RetailerExperiments.effects.map(\.name),
      metrics: metrics,
      travellers: 25_000
    ) { _, _, figure in
      let sizes: [MetricID: Double] = [.satisfaction: 0.3, .clv: 2]
      let size = sizes[metrics[figure]] ?? 0.004
      return estimate((sequence.next() - 0.5) * size, size / 40)
    }
    return input
  }()

  struct Page {
    var model: LiveModel
    var document: ReportDocument
    var script: String
    var data: [String: Any]
    var dataText: String
  }

  static func page(_ input: ReportInput = input) throws -> Page {
    let document = ReportDocument(input)
    let blocks = try #require(document.section(.live)).blocks
    let model = try #require(
      blocks.lazy.compactMap { block -> LiveModel? in if case .live(let model) = block { model } else { nil }
      }
      .first
    )
    let html = try ReportPage.html(document)
    func part(_ start: String, _ end: String) throws -> String {
      let from = try #require(html.range(of: start))
      let to = try #require(html[from.upperBound...].range(of: end))
      return String(html[from.upperBound..<to.lowerBound])
    }
    let text = try part("id=\"live-data\">", "</script>")
    let script = try part("<script>var journeyLive=", "(function(){\"use strict\";var L=")
    let data = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return Page(
      model: model,
      document: document,
      script: "var journeyLive=" + script,
      data: try #require(data),
      dataText: text
    )
  }

  /// What the page's arithmetic answers: `task` is a function of it and its data, the answer JSON.
  static func answers(_ page: Page, _ task: String) throws -> Any {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).js")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = "\(page.script)\nvar d=\(page.dataText);console.log(JSON.stringify((\(task))(journeyLive,d)))"
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: try #require(node))
    process.arguments = [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: output)
  }

  /// The model of one figure from the numbers that stand in the page.
  static func model(_ page: Page, _ figure: Int) throws -> PairwiseModel {
    let measures = try #require(page.data["m"] as? [[String: Any]])
    let alone = try #require(measures[figure]["a"] as? [Double])
    let extra = try #require(measures[figure]["e"] as? [Double])
    return PairwiseModel(
      alone: alone,
      extra: alone.indices.map { one in
        alone.indices.map { other in
          let (second, first) = (max(one, other), min(one, other))
          return one == other ? 0 : extra[second * (second - 1) / 2 + first]
        }
      },
      costs: try #require(page.data["c"] as? [Double])
    )
  }

  @Test(
    "The script's sums are the pairwise model's, for 200 sets and slider positions",
    .enabled(if: node != nil)
  )
  func sums() throws {
    let page = try Self.page()
    var sequence = Sequence()
    let count = page.model.fixes.count
    let cases = (0..<200).map { number in
      (0..<count).map { _ -> Double in
        let draw = sequence.next()
        return number < 100 ? (draw < 0.5 ? 0 : 1) : (draw * 20).rounded() / 20
      }
    }
    let text = "\(cases)"
    let found = try #require(
      try Self.answers(page, "function(L,d){return \(text).map(x=>d.m.map(m=>L.sum(m,x)))}")
        as? [[[String: Double]]]
    )
    #expect(page.model.measures.count == 5)
    for (shares, row) in zip(cases, found) {
      for figure in page.model.measures.indices {
        let ours = try Self.model(page, figure).value(shares: shares)
        #expect(abs(try #require(row[figure]["v"]) - ours) < 1e-9 * max(1, abs(ours)))
      }
    }
    // What stands in the page is what was walked, to the digits written.
    for (figure, measure) in page.model.measures.enumerated() {
      let written = try Self.model(page, figure)
      let whole = measure.model
      for one in 0..<count {
        #expect(abs(written.alone[one] - whole.alone[one]) <= 1e-8 * abs(whole.alone[one]))
        for other in 0..<count {
          #expect(
            abs(written.extra[one][other] - whole.extra[one][other]) <= 1e-3 * abs(whole.extra[one][other])
          )
        }
      }
    }
  }

  @Test("The best set for a budget is the pairwise model's", .enabled(if: node != nil))
  func best() throws {
    let page = try Self.page()
    let model = try Self.model(page, 0)
    let total = model.costs.reduce(0, +)
    let budgets = stride(from: 0, through: total, by: total / 24).map { $0 }
    let found = try #require(
      try Self.answers(page, "function(L,d){return \(budgets).map(b=>L.best(d,b).s)}") as? [[Int]]
    )
    var sizes: Set<Int> = []
    for (budget, set) in zip(budgets, found) {
      let bits = set.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
      let best = try #require(model.best(1, budget: budget).first)
      #expect(abs(model.value(bits) - best.value) < 1e-12 && model.cost(bits) <= budget)
      sizes.insert(set.count)
    }
    #expect(sizes.count > 4)
  }

  @Test(
    "Nothing chosen is today's figure, and one fix the figure of “What to fix”",
    .enabled(if: node != nil)
  )
  func same() throws {
    let page = try Self.page()
    let count = page.model.fixes.count
    let task = """
      function(L,d){return d.n.map((n,i)=>d.m.map(m=>{var x=d.n.map((_,k)=>k===i?1:0),t=L.sum(m,x),w=L.text(t.v,t.h);
      return L.real(m,x)?w.v+(w.i?" ("+w.i+")":""):"no real change"}))}
      """
    let found = try #require(try Self.answers(page, task) as? [[String]])
    let fixes = try #require(page.document.section(.fixes))
    guard case .forest(let forest) = try #require(fixes.blocks.first) else {
      Issue.record("no forest")
      return
    }
    var compared = 0
    for (column, heading) in forest.columns.enumerated() {
      guard let figure = page.model.measures.firstIndex(where: { $0.metric == heading.metric }) else {
        continue
      }
      for number in 0..<count {
        let row = try #require(forest.rows.first { $0.title == page.model.fixes[number].painPoint })
        let text = row.cells[column].costed?.text
        let shown = text.map { $0.value + ($0.interval.map { " (\($0))" } ?? "") } ?? "no real change"
        #expect(found[number][figure] == shown)
        compared += 1
      }
    }
    #expect(compared == 3 * count)
    let zeros = try #require(
      try Self.answers(
        page,
        "function(L,d){return d.m.map(m=>[L.sum(m,d.n.map(()=>0)).v,L.sum(m,d.n.map(()=>0)).h])}"
      )
        as? [[Double]]
    )
    #expect(zeros.allSatisfy { $0 == [0, 0] })
    let today = try #require(page.data["m"] as? [[String: Any]]).map { $0["t"] as? String }
    for (figure, measure) in page.model.measures.enumerated() where measure.metric != .clv {
      let estimate = try #require(Self.input.simulation.metric(measure.metric))
      let words = Figure(
        estimate,
        in: measure.metric.unit,
        currency: Self.input.simulation.journey.run.currency
      )
      #expect(today[figure] == words.short)
    }
  }

  @Test("The command names what was chosen, safe for a shell", .enabled(if: node != nil))
  func command() throws {
    let page = try Self.page()
    let task =
      "function(L,d){d.n[2]=\"it's; rm -rf .\";return L.command(d,d.n.map((_,k)=>k===0?1:k===2?.5:0))}"
    let text = try #require(try Self.answers(page, "function(L,d){return [(\(task))(L,d)]}") as? [String])
    let works = page.model.fixes[2].works * 50
    let share = DecimalText.significant(works)
    #expect(
      text == [
        "journey what-if alder.yaml --travellers 200000 --seed 1 "
          + "--set 'pain points.\"it'\\''s; rm -rf .\".fix.works=\(share)%' "
          + "'\(page.model.fixes[0].painPoint)' 'it'\\''s; rm -rf .'"
      ]
    )
  }

  @Test("Without scripts the fixes and the best sets stand there, and no control")
  func withoutScripts() throws {
    let page = try Self.page()
    let html = try ReportPage.html(page.document)
    let start = try #require(html.range(of: "<section id=\"live\""))
    let section = html[start.lowerBound...].prefix(
      upTo: try #require(html[start.upperBound...].range(of: "</section>")).lowerBound
    )
    for fix in page.model.fixes {
      #expect(section.contains(">\(fix.title)</label>"))
      #expect(section.contains(fix.alone[0]))
    }
    #expect(section.contains("The best sets of fixes by cost"))
    #expect(html.contains(".try{display:none}"))
    // Every control stands in a part that only scripts show.
    var rest = section
    while let control = rest.range(of: "<input") ?? rest.range(of: "<button") {
      let before = section[..<control.lowerBound]
      let opened = before.range(of: "class=\"try", options: .backwards)
      #expect(opened != nil)
      rest = rest[control.upperBound...]
    }
  }

  @Test("Nothing that a file says ends the data or becomes markup")
  func hostile() throws {
    var input = Self.input
    input.command = "journey report </script><img src=x>"
    let html = try ReportPage.html(ReportDocument(input))
    #expect(!html.contains("<img"))
    #expect(html.contains("\\u003c/script>\\u003cimg"))
  }

  @Test("Without pairs there is no such part")
  func absent() { #expect(ReportDocument(RetailerExperiments.input).section(.live) == nil) }
}
