import ArgumentParser
import JourneyModel
import JourneyScenario

/// The scenario that a benchmark runs.
enum BenchScenario {
  static func load(_ path: String) throws -> Scenario {
    let reading = ScenarioReader.read(path: path)
    guard let scenario = reading.scenario else {
      throw ValidationError("\(path) is not a valid scenario; journey validate says why")
    }
    return scenario
  }
}

/// Middle and extremes of a list of figures.
struct Spread {
  let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var median: Double {
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  var least: Double { sorted.first ?? .nan }
}

extension Double {
  /// With so many decimals, for a table.
  func places(_ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    let text = String(rounded)
    guard let dot = text.firstIndex(of: "."), places > 0 else { return text }
    let have = text.distance(from: dot, to: text.endIndex) - 1
    return have < places ? text + String(repeating: "0", count: places - have) : text
  }
}
