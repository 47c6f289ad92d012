import ArgumentParser
import JourneyModel
import JourneyScenario

extension Scenario {
  /// The journey of a variant, or the baseline where none is named.
  ///
  /// - Throws: exit code 64 after a sentence with the variants that there are.
  func world(_ variant: String?) throws -> Journey {
    guard let variant else { return baseline }
    return try self.variant(variant).journey
  }

  /// The variant of a name.
  ///
  /// - Throws: exit code 64 after a sentence with the variants that there are.
  func variant(_ name: String) throws -> Variant {
    guard let found = variants.first(where: { $0.name == name }) else {
      try refuse("variant", name, known: variants.map(\.name))
    }
    return found
  }

  /// Ends the command over a name that does not exist, with those that do.
  func refuse(_ kind: String, _ name: String, known: [String]) throws -> Never {
    var sentence = "\(path) has no \(kind) \"\(name)\"; "
    sentence +=
      known.isEmpty ? "it has none at all" : "it has \(known.map { "\"\($0)\"" }.joined(separator: ", "))"
    if let nearest = Suggestion.nearest(to: name, among: known) {
      sentence += "; did you mean \"\(nearest)\"?"
    }
    try Complaint.end(sentence, .validationFailure)
  }
}
