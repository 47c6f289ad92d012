import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyScenario
import JourneyStatistics
import JourneyTestSupport
import Testing

/// Moves between stages, of shipped journeys with loops, ways back, skipped stages and several ends.
@Suite("Moves between stages")
struct StageFlowTests {
  static func run(_ name: String, travellers: Int = 3_000) async throws -> SimulationResult {
    let journey = try ScenarioReader.load(path: ShippedScenarios.path(name)).baseline
    return try await Simulator.run(journey, plan: RunPlan(travellers: travellers, seed: 11))
  }

  static let names = ["retailer.yaml", "energy-move.yaml", "insurance-claim.yaml", "customers-who-stay.yaml"]

  static func geometries(_ flow: StageFlow) -> [StageFlowGeometry] {
    [
      StageFlowGeometry(
        flow,
        .init(
          step: 190,
          start: 20,
          breadth: 260,
          countsBoxes: false,
          stub: 16,
          bar: 12,
          gap: 8,
          beforeBox: 28,
          boxPlace: 0.42
        )
      ),
      StageFlowGeometry(
        flow,
        .init(
          step: 104,
          start: 18,
          breadth: 352,
          countsBoxes: true,
          stub: 14,
          bar: 13,
          gap: 4,
          beforeBox: 26,
          boxPlace: 0.4
        )
      ),
    ]
  }

  @Test("everything that comes in goes on, ends, goes back or is lost", arguments: names)
  func conservation(name: String) async throws {
    let simulation = try await Self.run(name)
    let flow = try #require(StageFlow(simulation, finding: "x"))
    for node in flow.nodes {
      switch node.kind {
      case .channel: #expect(abs(node.comesIn + node.switches - node.goesOut) < 1e-9, "\(node)")
      case .passing: #expect(abs(node.comesIn - node.goesOut) < 1e-9, "\(node)")
      case .end: #expect(node.goesOut == 0)
      }
    }
    for column in flow.stages.indices {
      let here = flow.nodes.filter { $0.column == column }
      #expect(abs(here.reduce(0) { $0 + $1.comesIn - $1.goesOut }) < 1e-9)
      #expect(abs(here.reduce(0) { $0 + $1.switches }) < 1e-9)
    }
    // Every journey begins once and ends once.
    let begun = flow.nodes.reduce(0) { $0 + $1.begins }
    let ended = flow.nodes.filter { $0.column == flow.stages.count }.reduce(0) { $0 + $1.arrives }
    let lost = flow.stages.reduce(0) { $0 + $1.lost }
    #expect(abs(begun - 1) < 1e-9 && abs(ended + lost - 1) < 1e-9)
    for (stage, estimate) in zip(flow.stages, simulation.stages) {
      #expect(abs(stage.lost - estimate.lost.mean) < 1e-9, "\(stage.name)")
    }
    let back = flow.nodes.reduce(0) { $0 + $1.goesBack }
    #expect(abs(back - flow.nodes.reduce(0) { $0 + $1.returns }) < 1e-9)
  }

  @Test("links carry what their nodes say, between neighbouring columns only", arguments: names)
  func links(name: String) async throws {
    let flow = try #require(StageFlow(try await Self.run(name), finding: "x"))
    for link in flow.links { #expect(flow.nodes[link.to].column == flow.nodes[link.from].column + 1) }
    for (index, node) in flow.nodes.enumerated() {
      let (leaving, coming) = (flow.links.filter { $0.from == index }, flow.links.filter { $0.to == index })
      #expect(abs(leaving.reduce(0) { $0 + $1.amount } - node.goesOn) < 1e-9)
      #expect(abs(coming.reduce(0) { $0 + $1.amount } - node.arrives) < 1e-9)
    }
  }

  @Test("ribbons never exceed the bars that they leave and come to", arguments: names)
  func ribbons(name: String) async throws {
    let flow = try #require(StageFlow(try await Self.run(name), finding: "x"))
    for geometry in Self.geometries(flow) {
      #expect(geometry.ribbons.count > flow.stages.count)
      for ribbon in geometry.ribbons {
        for value in [ribbon.from, ribbon.to].flatMap({ [$0.along, $0.low, $0.high] }) {
          #expect(value.isFinite)
        }
        #expect(abs(ribbon.from.width - ribbon.to.width) < 1e-9)
        #expect(ribbon.from.along < ribbon.to.along)
      }
      for bar in geometry.bars {
        let leaving = geometry.ribbons.filter {
          $0.node == bar.node && [.on, .lost, .back].contains($0.kind)
        }
        let begin = bar.edge.along + geometry.measures.bar
        for ribbon in leaving where ribbon.from.along == begin {
          #expect(ribbon.from.low >= bar.edge.low - 1e-9 && ribbon.from.high <= bar.edge.high + 1e-9)
        }
        #expect(leaving.reduce(0) { $0 + $1.from.width } <= bar.edge.width + 1e-9)
        let coming = geometry.ribbons.filter {
          $0.to.along == bar.edge.along && $0.to.low >= bar.edge.low - 1e-9
        }
        .filter { $0.to.high <= bar.edge.high + 1e-9 }
        let amount = flow.nodes[bar.node].comesIn * geometry.scale
        #expect(abs(coming.reduce(0) { $0 + $1.to.width } - amount) < 1e-6, "\(flow.nodes[bar.node])")
      }
    }
  }

  @Test("bars and boxes keep apart and inside the drawing", arguments: names)
  func apart(name: String) async throws {
    let flow = try #require(StageFlow(try await Self.run(name), finding: "x"))
    for geometry in Self.geometries(flow) {
      for column in 0...flow.stages.count {
        let bars = geometry.bars.filter { flow.nodes[$0.node].column == column }.map(\.edge)
        for (one, next) in zip(bars, bars.dropFirst()) {
          #expect(one.high + geometry.measures.gap <= next.low + 1e-9)
        }
        let boxes = geometry.boxes.filter { $0.stage == column }.map(\.edge)
        for box in boxes {
          for bar in bars { #expect(bar.high < box.low) }
          #expect(box.high <= geometry.reach)
        }
      }
    }
    #expect(Self.geometries(flow)[1].reach <= 352 + 1e-6)
  }

  @Test("one stage, twelve stages and no channels are drawn; no stages are left out")
  func extremes() throws {
    func simulation(stages: Int) -> SimulationResult {
      var result = RetailerRun.simulation
      result.journey.channels = []
      result.stages = (0..<stages).map { stage("s\($0)", 60) }
      let names = (0..<max(1, stages)).map { "t\($0)" }
      result.touchpoints = names.enumerated().map { index, name in
        TouchpointEstimate(
          name: name,
          stage: stages == 0 ? nil : "s\(index)",
          visits: .exact(1),
          reach: .exact(1),
          feelings: []
        )
      }
      result.flows = [FlowEstimate(to: .touchpoint("t0"), perTraveller: 1, forcedShare: 0)]
      for (one, next) in zip(names, names.dropFirst()) {
        result.flows.append(FlowEstimate(from: one, to: .touchpoint(next), perTraveller: 1, forcedShare: 0))
      }
      result.flows.append(
        FlowEstimate(from: names.last, to: .outcome("bought"), perTraveller: 1, forcedShare: 0)
      )
      return result
    }
    for count in [1, 2, 12] {
      let flow = try #require(StageFlow(simulation(stages: count), finding: "x"))
      #expect(flow.stages.count == count)
      for geometry in Self.geometries(flow) {
        #expect(geometry.bars.count == count + 1)
        #expect(geometry.bars.allSatisfy { abs($0.edge.width - geometry.scale) < 1e-9 })
        #expect(geometry.boxes.isEmpty)
      }
    }
    #expect(StageFlow(simulation(stages: 0), finding: "x") == nil)
  }

  @Test("what a stage loses and sends back is said in figures; the table holds them")
  func words() async throws {
    let simulation = try await Self.run("retailer.yaml")
    let flow = try #require(StageFlow(simulation, finding: "x"))
    let section = try #require(
      ReportDocument(
        ReportInput(scenario: RetailerExperiments.input.scenario, simulation: simulation, command: "journey")
      ).section(.flows)
    )
    guard case .stageFlow = section.blocks.first else {
      Issue.record("the chart is not the first block")
      return
    }
    #expect(section.notes.first?.contains("lead back and count again") == true)
    let table = try #require(section.moreData.first)
    #expect(table.rows.count == flow.nodes.count { $0.size > 0 })
    for row in table.rows { #expect(row.count == table.columns.count) }
    #expect(table.rows.contains { $0[0].text == "end: bought" })
  }
}

@Suite("Labels in a row")
struct LabelSpreadTests {
  @Test("stay where they are while there is room, and keep apart where there is none")
  func spread() {
    #expect(LabelSpread.places([10, 50, 90], apart: 20, within: 0...100) == [10, 50, 90])
    #expect(LabelSpread.places([50, 48, 52], apart: 20, within: 0...100) == [68, 48, 88])
    #expect(LabelSpread.places([98, 99, 97], apart: 20, within: 0...100) == [80, 100, 60])
    #expect(LabelSpread.places([5, 5, 5], apart: 20, within: 0...30) == [0, 20, 40])
    #expect(LabelSpread.places([], apart: 20, within: 0...30).isEmpty)
  }
}
