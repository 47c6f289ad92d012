extension Journey {
  /// The journey in which every visit to a touchpoint is just what its traveller expects.
  ///
  /// The quality of a visit there is the expectation on arrival, changing channel costs no points there, and none
  /// of its pain points hits. Where people go, how long a visit takes and what it costs stay as written.
  func neutralising(_ touchpoint: String) throws(InterventionProblem) -> Journey {
    guard hasQuality else { throw .feelsNothing }
    var journey = self
    journey.neutral.insert(touchpoint)
    for index in painPoints.indices where painPoints[index].at == touchpoint {
      journey.painPoints[index].hits = .zero
      journey.painPoints[index].hitsByPersona = painPoints[index].hitsByPersona.mapValues { _ in .zero }
    }
    return journey
  }
}
