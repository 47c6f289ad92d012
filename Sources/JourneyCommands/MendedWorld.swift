import ArgumentParser
import JourneyModel

/// The world in which pain points that were named are fixed or removed.
struct MendedWorld {
  /// What it is called.
  let name: String
  /// Its journey.
  let journey: Journey

  /// The world of `--fix` or `--remove`; nil where neither names anything. "all" stands for all of them.
  ///
  /// - Throws: exit code 64 after a sentence where there is no such pain point, or none that has a fix.
  init?(_ scenario: Scenario, fix: [String], remove: [String]) throws {
    let isFix = remove.isEmpty
    let asked = isFix ? fix : remove
    guard !asked.isEmpty else { return nil }
    let known = scenario.baseline.painPoints.filter { !isFix || $0.fix != nil }.map(\.name)
    let kind = isFix ? "pain point with a fix called" : "pain point called"
    var names: [String] = []
    for name in asked {
      if known.contains(name) {
        names.append(name)
      } else if name == "all", !known.isEmpty {
        names += known
      } else {
        try scenario.refuse(kind, name, known: known)
      }
    }
    let chosen = known.filter(names.contains)
    journey = try scenario.baseline.applying(
      chosen.map { isFix ? Intervention.fix(painPoint: $0) : .remove(painPoint: $0) }
    )
    let list = chosen.count == known.count && chosen.count > 1 ? "all" : chosen.joined(separator: ", ")
    name = "\(isFix ? "fix" : "remove") \(list)"
  }
}
