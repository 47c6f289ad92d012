extension Journey {
  /// The journey with a touchpoint spliced out: whoever would have come goes on at once, as if from there.
  ///
  /// Its self-loop is removed first, so that the successors' shares total 1. Pain points there no longer occur.
  func bypassing(_ name: String) throws(InterventionProblem) -> Journey {
    guard touchpoints.contains(where: { $0.name == name }) else { throw .unknown(name: name) }
    var journey = self
    let shared = try successors(of: name, in: paths.rows[name] ?? PathRow([]))
    func spliced(_ row: PathRow, _ successors: [(Destination, Double)]) -> PathRow {
      row.replacing(.touchpoint(name), by: successors)
    }
    journey.paths.start = spliced(paths.start, shared)
    journey.paths.returning = paths.returning.map { spliced($0, shared) }
    journey.paths.rows = paths.rows.mapValues { spliced($0, shared) }
    journey.paths.rows[name] = paths.rows[name]
    for index in personas.indices {
      let persona = personas[index]
      let ownRow = persona.rows[name]
      let own = if let ownRow { try successors(of: name, in: ownRow) } else { [(Destination, Double)]?.none }
      let inherited = own ?? shared
      journey.personas[index].start = persona.start.map { spliced($0, inherited) }
      journey.personas[index].returning = persona.returning.map { spliced($0, inherited) }
      journey.personas[index].rows = persona.rows.mapValues { spliced($0, inherited) }
      journey.personas[index].rows[name] = persona.rows[name]
      guard own != nil else { continue }
      // A persona that leaves the place in its own way needs rows of its own wherever a shared row leads there.
      if persona.start == nil { journey.personas[index].start = spliced(paths.start, inherited) }
      if persona.returning == nil, let returning = paths.returning {
        journey.personas[index].returning = spliced(returning, inherited)
      }
      for (place, row) in paths.rows where place != name && persona.rows[place] == nil {
        if row.weight(to: .touchpoint(name)) > 0 {
          journey.personas[index].rows[place] = spliced(row, inherited)
        }
      }
    }
    journey.painPoints = painPoints.filter { $0.at != name }
    for index in journey.painPoints.indices {
      let row = PathRow(
        journey.painPoints[index].sendsTo.map { PathRow.Option(to: $0.to, weight: $0.probability.value) }
      )
      guard row.weight(to: .touchpoint(name)) > 0 else { continue }
      journey.painPoints[index].sendsTo = spliced(row, shared).options.compactMap { option in
        Probability(min(1, option.weight)).map { PainPoint.Forced(to: option.to, probability: $0) }
      }
    }
    return journey
  }

  private func successors(
    of name: String,
    in row: PathRow
  ) throws(InterventionProblem) -> [(Destination, Double)] {
    let others = row.options.filter { $0.to != .touchpoint(name) && $0.weight > 0 }
    let total = others.reduce(0) { $0 + $1.weight }
    guard total > 0 else { throw .onlySelfLoop(touchpoint: name) }
    return others.map { ($0.to, $0.weight / total) }
  }
}

extension PathRow {
  /// The row in which an option is replaced by others that share its weight.
  func replacing(_ destination: Destination, by shares: [(Destination, Double)]) -> PathRow {
    let weight = weight(to: destination)
    guard weight > 0 else { return PathRow(options.filter { $0.to != destination }) }
    var options = options.filter { $0.to != destination }
    for (to, share) in shares {
      if let index = options.firstIndex(where: { $0.to == to }) {
        options[index].weight += weight * share
      } else {
        options.append(Option(to: to, weight: weight * share))
      }
    }
    return PathRow(options)
  }
}
