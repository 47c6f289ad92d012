import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says which touchpoints create value and which erode it.
public struct ValueWords: Sendable {
  private let values: [TouchpointValue]
  private let ranking: MetricID
  private let words: MetricWords

  /// Words for what was tried as neutral.
  public init(_ result: ComparisonResult) {
    values = result.touchpointValues
    ranking = WhatIf.rankingMetric(result)
    words = MetricWords(result.journey)
  }

  /// The touchpoints, the one that adds most first.
  public var ranked: [TouchpointValue] { values }

  /// The figures that touchpoints are judged by, the one that ranks first.
  public var figures: [MetricID] {
    let all = values.first?.contributions.map(\.id) ?? []
    return all.filter { $0 == ranking } + all.filter { $0 != ranking }
  }

  /// The finding: who creates most and who erodes most, ties said as ties, nothing said that is not certain.
  public var heading: String {
    let creators = lead(sign: 1)
    let eroders = lead(sign: -1)
    switch (phrase(creators, "creates most value", "create most value"), eroders.isEmpty) {
    case (nil, true):
      return values.contains { $0.effect != .none }
        ? "No touchpoint creates or erodes value without a price elsewhere"
        : "No touchpoint makes a real difference against what people expect"
    case (let creates?, true): return "\(creates), and none erodes any for certain"
    case (nil, false):
      return (phrase(eroders, "erodes most value", "erode most value") ?? "")
        + ", and none creates any for certain"
    case (let creates?, false):
      return "\(creates), \(phrase(eroders, "erodes most", "erode most") ?? "")"
    }
  }

  private func phrase(_ names: [String], _ one: String, _ many: String) -> String? {
    switch names.count {
    case 0: return nil
    case 1: return "\(Language.quoted(names[0])) \(one)"
    case 2, 3: return "\(Language.list(names.map(Language.quoted))) \(many) (a tie)"
    default: return Language.sentence("\(Language.count(names.count)) touchpoints \(many) (a tie)")
    }
  }

  /// The touchpoints of one class whose contribution cannot be told from the greatest of them.
  private func lead(sign: Double) -> [String] {
    let wanted: TouchpointValue.Effect = sign > 0 ? .creates : .erodes
    let own = values.compactMap { value -> (name: String, low: Double, mean: Double, high: Double)? in
      guard value.effect == wanted, let figure = value.contribution(ranking), figure.isReal else {
        return nil
      }
      let ends = [sign * figure.value.low, sign * figure.value.high]
      return (value.name, ends.min() ?? 0, sign * figure.value.mean, ends.max() ?? 0)
    }
    guard let best = own.max(by: { $0.mean < $1.mean }) else { return [] }
    return own.filter { $0.high >= best.low }.sorted { $0.mean > $1.mean }.map(\.name)
  }

  /// A touchpoint's class; what it betters and worsens where that is mixed.
  public func effect(_ value: TouchpointValue) -> String {
    value.effect.rawValue + (trade(value).map { ": " + $0 } ?? "")
  }

  /// What a touchpoint of mixed effect lifts and what it costs; nil for any other.
  public func trade(_ value: TouchpointValue) -> String? {
    guard value.effect == .mixed else { return nil }
    let real = value.contributions.filter(\.isReal)
    let better = real.filter(\.isGood).map { words.short($0.id) }
    let worse = real.filter { !$0.isGood }.map { words.short($0.id) }
    return "lifts \(Language.list(better)), but costs \(Language.list(worse))"
  }

  /// A touchpoint's rank; those that cannot be told apart share one, marked "=".
  public static func rank(_ value: TouchpointValue) -> String { "\(value.rank)" + (value.isTied ? "=" : "") }

  /// What it adds to one figure, or that it is nothing for certain.
  public func contribution(_ value: TouchpointValue, _ id: MetricID) -> Figure? {
    guard let figure = value.contribution(id), figure.isReal else { return nil }
    return Figure(difference: figure.value, in: id.unit, currency: words.journey.run.currency)
  }

  /// How the classes are made.
  public static let rules = [
    "Today minus a world in which each visit there is just what its traveller expects.",
    "A class holds at 95% for all touchpoints and figures together (Holm 1979); “=” marks ranks not told apart.",
  ]
}
