import JourneyExperiments
import JourneyModel
import JourneyStatistics

/// Says for whom the journey hurts where.
public enum PersonaWords {
  /// The stage that a persona likes least, where its interval lies below every other stage's; nil otherwise.
  public static func lowestStage(_ persona: PersonaEstimate) -> Int? {
    let felt = persona.satisfactionByStage.enumerated().compactMap { index, felt in felt.map { (index, $0) } }
    guard felt.count > 1, let lowest = felt.min(by: { $0.1.mean < $1.1.mean }) else { return nil }
    return felt.allSatisfy({ $0.0 == lowest.0 || $0.1.low > lowest.1.high }) ? lowest.0 : nil
  }

  /// The finding: the low points where the figures tell them apart.
  public static func heading(_ personas: [PersonaEstimate], stages: [String]) -> String {
    let lowest = personas.map(lowestStage)
    let places = stages.indices.compactMap { stage -> (stage: Int, names: [String])? in
      let names = zip(personas, lowest).filter { $0.1 == stage }.map(\.0.persona.name)
      return names.isEmpty ? nil : (stage, names)
    }
    guard let main = places.max(by: { $0.names.count < $1.names.count }), places.count <= 3 else {
      return neutral(personas)
    }
    if main.names.count == personas.count, personas.count > 1 {
      return "\(Language.quoted(stages[main.stage])) is the low point for every persona"
    }
    let rest = places.filter { $0.stage != main.stage }
    let first = "\(Language.quoted(stages[main.stage])) is the low point for \(Language.list(main.names))"
    let others = rest.map { "\(Language.quoted(stages[$0.stage])) for \(Language.list($0.names))" }
    return others.isEmpty ? first : first + "; " + others.joined(separator: ", ")
  }

  private static func neutral(_ personas: [PersonaEstimate]) -> String {
    personas.count == 1
      ? "The journey of one persona" : "The same journey for \(Language.count(personas.count, "persona"))"
  }
}
