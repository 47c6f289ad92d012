import JourneyExperiments
import JourneyModel
import JourneyReport
import JourneyStatistics
import JourneyTestSupport
import Testing

@Suite("Today’s feeling and with all fixes")
struct TargetFeelingTests {
  static func curve(_ shift: Double?) -> FeelingCurve {
    var curve = FeelingGeometryTests.curve
    for index in curve.stages.indices {
      curve.stages[index].target = shift.flatMap { shift in curve.stages[index].mean.map { $0 + shift } }
    }
    return curve
  }

  @Test("the second line stands at the same places, higher where it feels better")
  func line() {
    for shift in [-4.0, 3, 9] {
      let geometry = FeelingGeometry(Self.curve(shift))
      #expect(geometry.target.count == geometry.line.count)
      for (target, today) in zip(geometry.target, geometry.line) {
        #expect(target.x == today.x)
        #expect(shift > 0 ? target.y < today.y : target.y > today.y)
        #expect(target.y > 0 && target.y < geometry.height)
      }
    }
    #expect(FeelingGeometry(Self.curve(nil)).target.isEmpty)
    #expect(FeelingGeometry(Self.curve(nil)).targetLabel == nil)
  }

  @Test("its name covers no dot and no other name")
  func name() throws {
    let geometry = FeelingGeometry(Self.curve(3))
    let label = try #require(geometry.targetLabel)
    #expect(label.text == "with all fixes")
    #expect(geometry.labels.allSatisfy { !$0.box.overlaps(label.box) })
    for dot in geometry.dots {
      let box = ChartBox(
        left: dot.centre.x - dot.radius,
        top: dot.centre.y - dot.radius,
        width: 2 * dot.radius,
        height: 2 * dot.radius
      )
      #expect(!box.overlaps(label.box))
    }
    #expect(label.box.left >= 0 && label.box.left + label.box.width <= geometry.width)
  }

  @Test("the run with all fixes is the same world as the trial of all of them")
  func world() async throws {
    let input = try await DoubtfulShop.input()
    let all = input.whatIf?.variants.first { $0.operation == "fix" && $0.painPoints.count > 1 }
    let trial = try #require(all?.metric(.goal)?.variant.mean)
    let today = try #require(all?.metric(.goal)?.baseline.mean)
    let target = try #require(input.target?.metric(.goal)?.mean)
    #expect(abs(target - trial) < 1e-12)
    #expect(abs(today - trial) > 1e-4)
  }

  @Test("both means stand in a table, and the curve has the second")
  func document() async throws {
    let input = try await DoubtfulShop.input()
    let section = try #require(ReportDocument(input).section(.map))
    let table = try #require(section.moreData.first)
    #expect(table.rows.count == input.simulation.stages.count)
    for (row, stage) in zip(table.rows, input.simulation.stages) {
      #expect(row.count == table.columns.count && row[0].text == stage.name)
      #expect(row[1].text.contains(" to ") && row[2].text.contains(" to "))
    }
    guard case .lanes(let map) = section.blocks.first else {
      Issue.record("no map")
      return
    }
    let felt = input.target?.stages.map { $0.satisfaction?.mean }
    #expect(map.curve?.stages.map(\.target) == felt)
    #expect(ReportDocument(RetailerExperiments.input).section(.map)?.moreData.isEmpty == true)
  }
}
