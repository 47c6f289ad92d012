import JourneyDiagram
import JourneyExperiments

extension ReportInput {
  /// The pictures of the page by the names of their views: map, hotspots, paths and difference, as far as it has them.
  public var namedPictures: [(name: String, picture: JourneyPicture)] {
    let all = pictures
    var named = [(name: "map", picture: all.map()), (name: "hotspots", picture: all.hotspots())]
    if let ranking = paths?.ranking, !ranking.paths.isEmpty {
      named.append((name: "paths", picture: all.paths(ranking)))
    }
    if let change = drawnChanges.first {
      let metrics = variants?.variants.first { $0.name == change.name }
      named.append((name: "difference", picture: all.difference(change, metrics: metrics)))
    }
    return named
  }
}
