import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension ReportInput {
  /// Variants whose difference the page draws; more would make it too heavy to send around.
  static let mostDifferences = 1

  /// The variants to be drawn: the one that leads in the figure that ranks, and those that change most on the map.
  var drawnChanges: [MapChange] {
    guard let variants, !changes.isEmpty else { return [] }
    var names: [String] = []
    switch Lead(of: variants.variants, in: MetricID.ranking(variants)) {
    case .one(let name): names.append(name)
    case .tie(let tied): names += tied.prefix(1)
    case .none: break
    }
    names = names.filter { name in changes.contains { $0.name == name } }
    func size(_ change: MapChange) -> Double {
      change.places.reduce(0) { $0 + ($1.reach.excludesZero ? abs($1.reach.mean) : 0) }
    }
    let bySize = changes.filter { size($0) > 0 }.sorted { left, right in
      size(left) == size(right) ? left.name.precedesCanonically(right.name) : size(left) > size(right)
    }
    for change in bySize where !names.contains(change.name) { names.append(change.name) }
    let chosen = Set(names.prefix(Self.mostDifferences))
    return changes.filter { chosen.contains($0.name) && size($0) > 0 }
  }

  /// Their pictures, each under its finding.
  var differenceBlocks: [ReportBlock] {
    drawnChanges.flatMap { change -> [ReportBlock] in
      let picture = pictures.difference(change, metrics: variants?.variants.first { $0.name == change.name })
      return [.heading(picture.title), .words(picture.answer), .picture(picture)]
    }
  }

  /// How to draw the others.
  var differenceNote: String? {
    let drawn = drawnChanges.count
    guard drawn > 0 else { return nil }
    let words = "Maps of differences: solid is more, dashed is fewer; grey did not change for certain."
    guard drawn < changes.count else { return words }
    return words
      + " The other variants: journey diagram \(ShellWords.line([scenario.path])) --view difference --variant NAME"
  }
}
