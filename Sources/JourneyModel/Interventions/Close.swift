extension Journey {
  /// The journey without some touchpoints: they stay on the map, but nobody is served there.
  ///
  /// Rows are kept as written. An option that leads to a closed touchpoint is drawn again among what remains, by
  /// those only who had chosen it, so that everybody else's journey stays the same; forced moves to it route normally.
  func closing(_ names: [String]) throws(InterventionProblem) -> Journey {
    var journey = self
    journey.closed.formUnion(names)
    for persona in journey.personas {
      for touchpoint in [nil] + journey.touchpoints.map({ Optional($0.name) }) {
        if let name = touchpoint, journey.closed.contains(name) { continue }
        let row = journey.row(at: touchpoint, for: persona)
        if row.options.allSatisfy({ $0.weight == 0 || !journey.isOpen($0.to) }) {
          throw .emptiedRow(touchpoint: touchpoint)
        }
      }
      if journey.returningRow(for: persona).options.allSatisfy({ $0.weight == 0 || !journey.isOpen($0.to) }) {
        throw .emptiedRow(touchpoint: nil)
      }
    }
    return journey
  }

  /// Whether a destination can still be reached.
  public func isOpen(_ destination: Destination) -> Bool {
    switch destination {
    case .touchpoint(let name): !closed.contains(name)
    case .outcome: true
    }
  }
}
