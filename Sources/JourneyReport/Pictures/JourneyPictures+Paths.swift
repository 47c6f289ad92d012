import JourneyDiagram
import JourneyExperiments
import JourneyModel
import JourneyStatistics

extension JourneyPictures {
  /// The commonest journeys as lines, with a list below; all else is grey.
  public func paths(_ ranking: PathRanking, theme: Theme = .light) -> JourneyPicture {
    let cards = frame.cards { touchpoint, card in
      card.left = "\(Figure.percent(touchpoint.reach.mean)) get here"
      card.tooltip = "\(touchpoint.name): \(Figure.percent(touchpoint.reach.mean)) of travellers come here"
    }
    var picture = frame.picture(
      view: .topPaths,
      title: titled(PathWords.title(ranking, simulation.journey)),
      answer: world + PathWords.answer(ranking),
      caption: [
        provenance
          + " A journey is the exact sequence of touchpoints, repeats included. Grey: all other moves.",
        PathWords.counting(ranking),
      ],
      theme: theme,
      cards: cards
    )
    for (place, path) in ranking.paths.enumerated() {
      let stops = path.touchpoints.map(PictureFrame.id) + [PictureFrame.id(.outcome(path.outcome))]
      let words = PathWords.steps(path)
      for (from, to) in zip(stops, stops.dropFirst()) {
        picture.flows.append(
          Flow(
            from: from,
            to: to,
            share: path.share.mean,
            style: .path(place + 1),
            tooltip: "\(place + 1): \(words)"
          )
        )
      }
      let share = Figure(path.share, in: .share)
      var figures = ["\(DecimalText.count(path.journeys)) journeys · \(share.long)"]
      if let felt = path.satisfaction { figures.append("satisfaction \(Figure(felt, in: .points).short)") }
      picture.paths.append(RankedPath(number: place + 1, steps: words, figures: figures))
    }
    return picture
  }
}
