import Foundation
import JourneyModel
import JourneyReport
import JourneyStatistics
import JourneyTestSupport
import Testing

/// The same question gets the same number from every command: levels, differences, totals, and a year's figures.
@Suite struct CommandsAgreeTests {
  private static let text = """
    journey: Small shop
    run: {travellers: 6000, seed: 9, arrivals: 300 per day, currency: EUR}
    stages: [look, buy, after]
    five as: {aware: look, act: bought}
    channels: {web: {}, phone: {}, mail: {contact: from us}}
    touchpoints:
      search:   {stage: look, channel: web, feels: 74 ± 12, takes: 2m..6m, costs: 0.1}
      checkout: {stage: buy, channel: web, feels: 76 ± 10, takes: 3m..8m, costs: 0.4}
      help:     {stage: buy, channel: phone, feels: 68 ± 15, takes: 5m..12m, costs: 6}
      letter:   {stage: after, channel: mail, feels: 73 ± 10, takes: 1d..3d, costs: 0.5}
    paths:
      START: {search: 1}
      search: {checkout: 70, help: 10, leave: 20}
      checkout: {letter: 80, help: 6, leave: 14}
      help: {checkout: 60, leave: 40}
      letter: {bought: 95, help: 5}
    outcomes: {bought: goal}
    pain points:
      surprise fees: {at: checkout, hits: 30%, hurts: 15, leaves: 12%,
        fix: {costs: 20k, works: 80%, lead time: 6w, owner: Shop}}
      wrong parcel: {at: letter, hits: 20%, hurts: 25, sends to: {help: 60%}, fix: {costs: 30k, works: 50%}}
    retention: {of: goal, every: 90d, baseline: 70% at 75, value: {margin per purchase: 30, periods: 3}}
    targets: {goal: at least 50%, satisfaction: at least 60, clv: at least 10}
    what if:
      only surprise fees: {fix: [surprise fees]}
      only wrong parcel: {fix: [wrong parcel]}
      both: {fix: [surprise fees, wrong parcel]}
    """

  private static let pains = ["surprise fees", "wrong parcel"]

  private typealias Object = [String: Any]

  private func json(_ arguments: [String]) throws -> Object {
    let run = try CommandRun([arguments[0], "-"] + arguments.dropFirst() + ["--json"], input: Self.text)
    #expect(run.exitCode == 0 || arguments[0] == "check", "\(arguments): \(run.errors)")
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(root as? Object)
  }

  private func list(_ object: Object?, _ key: String) -> [Object] { object?[key] as? [Object] ?? [] }

  private func find(_ list: [Object], _ wanted: [String: String]) -> Object? {
    list.first { entry in wanted.allSatisfy { entry[$0.key] as? String == $0.value } }
  }

  /// A number and its interval, under whichever name the number stands.
  private func figure(_ object: Object?) throws -> [Double] {
    let object = try #require(object)
    let value = try #require((object["difference"] ?? object["mean"]) as? Double)
    return [value] + (object["interval"] as? [Double] ?? [])
  }

  private func id(_ object: Object) throws -> MetricID {
    let text = try #require(object["id"] as? String)
    return try #require(MetricID(text))
  }

  private func number(_ object: Object?, _ key: String) throws -> Double {
    try #require(object?[key] as? Double)
  }

  private func same(_ one: [Double], _ other: [Double]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0), abs($1)) }
  }

  @Test func `levels: simulate, what-if, compare and check say the same`() throws {
    let simulated = try json(["simulate"])
    let tried = try json(["what-if"])
    let compared = try json(["compare"])
    let checked = try json(["check"])
    let metrics = list(simulated, "metrics")
    #expect(metrics.count > 12)
    for metric in metrics {
      let id = try #require(metric["id"] as? String)
      for other in [tried, compared] {
        let own = find(list(other, "baseline"), ["id": id])
        #expect(same(try figure(metric), try figure(own)), "\(id)")
      }
    }
    #expect(list(checked, "targets").count == 3)
    for target in list(checked, "targets") {
      let id = try #require(target["id"] as? String)
      #expect(same(try figure(target), try figure(find(metrics, ["id": id]))), "\(id)")
    }
    let year = list(simulated, "year")
    #expect(year.count >= 10)
    for (index, entry) in year.enumerated() {
      #expect(same(try figure(entry), try figure(list(tried, "year")[index])))
      #expect(same(try figure(entry), try figure(list(compared, "year")[index])))
    }
    // A comparison that could not fail would say nothing: another seed gives other numbers.
    let other = try json(["simulate", "--seed", "10"])
    let goals = try [metrics, list(other, "metrics")].map { try figure(find($0, ["id": "goal"])) }
    #expect(!same(goals[0], goals[1]))
  }

  @Test func `differences: what-if, compare, simulate and optimise say the same`() throws {
    let tried = list(try json(["what-if"]), "variants")
    let compared = list(try json(["compare"]), "variants")
    let questions =
      Self.pains.map { (fix: $0, variant: "only " + $0) } + [(fix: "all together", variant: "both")]
    for (fix, variant) in questions {
      let one = try #require(find(tried, ["id": fix, "operation": "fix"]))
      let other = try #require(find(compared, ["id": variant]))
      for metric in list(one, "metrics") {
        let id = try #require(metric["id"] as? String)
        #expect(
          same(try figure(metric), try figure(find(list(other, "metrics"), ["id": id]))),
          "\(fix): \(id)"
        )
      }
      #expect(list(one, "year").count == list(other, "year").count)
      for (left, right) in zip(list(one, "year"), list(other, "year")) {
        #expect(same(try figure(left), try figure(right)), "\(fix): \(left["id"] ?? "")")
      }
      // A year's gain is a year's arrivals times the lifetime value that a traveller gains.
      let gain = try #require(find(list(one, "year"), ["id": "lifetimeValue"]))
      let yearly = try #require(one["yearly"] as? Object)
      #expect(same([try number(yearly, "gain")], [try figure(gain)[0]]))
      let clv = try figure(find(list(one, "metrics"), ["id": "clv"]))
      #expect(same(try figure(gain), clv.map { $0 * 300 * 365 }))
      let levels = list(try json(["simulate", "--variant", variant]), "metrics")
      for metric in list(other, "metrics") {
        let id = try #require(metric["id"] as? String)
        let level = try figure(find(levels, ["id": id]))
        #expect(same([try number(metric, "mean")], [level[0]]), "\(variant): \(id)")
      }
    }
    for aim in ["kept", "clv", "satisfaction", "goal"] {
      let chosen = try json(["optimise", "--budget", "50k", "--maximise", aim])
      for pain in Self.pains {
        let worth = try #require(find(list(chosen, "fixes"), ["painPoint": pain]))
        let fix = find(tried, ["id": pain, "operation": "fix"])
        let metric = find(list(fix, "metrics"), ["id": aim])
        #expect(same(try figure(worth["alone"] as? Object), try figure(metric)), "\(aim) of \(pain)")
      }
      let all = find(tried, ["id": "all together", "operation": "fix"])
      #expect(
        same(try figure(chosen["together"] as? Object), try figure(find(list(all, "metrics"), ["id": aim])))
      )
    }
  }

  @Test func `what touchpoints add is the same alone and among all operations`() throws {
    let alone = list(try json(["what-if", "--operation", "neutral"]), "touchpointValues")
    let among = list(try json(["what-if", "--operation", "all"]), "touchpointValues")
    #expect(alone.count == 4)
    for (one, other) in zip(alone, among) {
      #expect(one["id"] as? String == other["id"] as? String)
      #expect(one["effect"] as? String == other["effect"] as? String)
      for (left, right) in zip(list(one, "contributions"), list(other, "contributions")) {
        #expect(left["contribution"] as? Double == right["contribution"] as? Double)
        #expect(left["interval"] as? [Double] == right["interval"] as? [Double])
      }
    }
  }

  // MARK: The report writes figures as text

  private func estimate(_ figure: [Double]) -> Estimate {
    Estimate(mean: figure[0], standardError: 1, low: figure[1], high: figure[2])
  }

  /// The table rows of a page whose first cell is a name.
  private func rows(_ page: String, _ name: String) -> [Substring] {
    page.split(separator: "<tr>").filter { $0.hasPrefix("<th scope=\"row\">\(name)<") }
  }

  @Test func `the report's key figures, forest, year and values are those of the other commands`() throws {
    let folder = try TemporaryFolder()
    let page = folder.url.appending(path: "small.html")
    let run = try CommandRun(
      ["report", "-", "-o", page.path(percentEncoded: false), "-q"],
      input: Self.text
    )
    #expect(run.exitCode == 0, "\(run.errors)")
    let html = try String(contentsOf: page, encoding: .utf8)
    let simulated = try json(["simulate"])
    for id in [MetricID.goal, .satisfaction, .retention, .kept, .clv, .cost] {
      let figure = try figure(find(list(simulated, "metrics"), ["id": id.text]))
      let text = Figure(estimate(figure), in: id.unit, currency: "EUR")
      #expect(html.contains("95% interval \(text.interval ?? "none")"), "\(id)")
    }
    let tried = try json(["what-if"])
    for pain in Self.pains {
      let row = try #require(rows(html, pain).first { $0.contains("as costed") })
      let fix = find(list(tried, "variants"), ["id": pain, "operation": "fix"])
      var seen = 0
      let last = try list(fix, "metrics").compactMap { try id($0).period }.max() ?? 0
      for metric in list(fix, "metrics") {
        let id = try id(metric)
        let estimate = estimate(try figure(metric))
        // Of the curves over later periods the page shows their end.
        if let period = id.period, period < last { continue }
        if id == .csat || id == .timedOut { continue }
        guard !estimate.coversZero else { continue }
        seen += 1
        let text = Figure(difference: estimate, in: id.unit, currency: "EUR").long
        #expect(row.contains(">\(text)<"), "\(pain): \(id)")
      }
      #expect(seen > 3)
      let gain = try figure(find(list(fix, "year"), ["id": "lifetimeValue"]))
      let pay = Figure(difference: estimate(gain), in: .money, currency: "EUR").long
      #expect(html.contains(">\(pay)<"), "\(pain): \(pay)")
    }
    let hours = try figure(find(list(simulated, "year"), ["id": "hours", "channel": "phone"]))
    let phone = try #require(rows(html, "Contacts, phone").first)
    #expect(phone.contains(">\(Figure(estimate(hours), in: .count).long)<"))
    let values = list(try json(["what-if", "--operation", "neutral"]), "touchpointValues")
    for value in values where value["effect"] as? String != "no real difference" {
      for figure in list(value, "contributions") where figure["isReal"] as? Bool == true {
        let id = try id(figure)
        let interval = try #require(figure["interval"] as? [Double])
        let mean = try #require(figure["contribution"] as? Double)
        let text = Figure(difference: estimate([mean] + interval), in: id.unit, currency: "EUR").long
        #expect(html.contains(">\(text)<"), "\(value["id"] ?? ""): \(id)")
      }
    }
    let ratio = try #require((simulated["fiveAs"] as? Object)?["purchaseActionRatio"] as? Object)
    #expect(html.contains(">\(Figure(estimate(try figure(ratio)), in: .share).long)<"))
  }

  @Test func `the first line is the same wherever the question is`() throws {
    func firstLine(_ arguments: [String]) throws -> String {
      let output = try CommandRun([arguments[0], "-"] + arguments.dropFirst(), input: Self.text).output
      return String(try #require(output.split(separator: "\n").first))
    }
    #expect(try firstLine(["simulate"]) == firstLine(["check"]))
    #expect(try firstLine(["simulate"]) == (try json(["simulate"]))["verdict"] as? String)
    #expect(try firstLine(["what-if"]) == (try json(["what-if"]))["verdict"] as? String)
    let folder = try TemporaryFolder()
    let page = folder.url.appending(path: "small.html").path(percentEncoded: false)
    #expect(try firstLine(["report", "-o", page]) == firstLine(["what-if"]))
    #expect(try firstLine(["what-if", "--operation", "neutral"]).contains("value"))
  }
}

extension MetricID {
  /// The number of periods of a curve's point.
  fileprivate var period: Int? {
    switch self {
    case .retentionAfter(let period), .keptAfter(let period): period
    default: nil
    }
  }
}
