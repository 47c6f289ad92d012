import JourneyModel

extension CompiledJourney {
  /// The number of a touchpoint in canonical order, by which tallies count it.
  public var touchpointNumber: [String: Int] { numbered(touchpointNames) }
  /// The number of an outcome in canonical order.
  public var outcomeNumber: [String: Int] { numbered(outcomeNames) }
  /// The number of a pain point in the order of the tallies: by touchpoint, then by name.
  public var painNumber: [String: Int] { numbered(painNames) }
  /// The number of a persona in canonical order.
  public var personaNumber: [String: Int] { numbered(personaNames) }

  private func numbered(_ names: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }
}
