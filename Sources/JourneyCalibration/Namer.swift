import Foundation

/// Gives names that the scenario language accepts, each once.
struct Namer {
  private static let reserved: Set<String> = ["START", "RETURN", "leave", "done", "timed out", "rest"]
  private var taken: Set<String> = []
  private(set) var renames: [Vocabulary.Rename] = []

  @discardableResult
  mutating func reserve(_ name: String) -> String {
    taken.insert(name)
    return name
  }

  mutating func name(for raw: String) -> String {
    let clean = Self.cleaned(raw)
    var name = clean
    if Self.reserved.contains(clean) || taken.contains(clean) { name = "\(clean) (event)" }
    var number = 2
    while taken.contains(name) {
      name = "\(clean) (event \(number))"
      number += 1
    }
    // Equal strings may still differ in their bytes; that is a matter of Unicode form, not another name.
    if name != raw { renames.append(Vocabulary.Rename(from: raw, to: name)) }
    return reserve(name)
  }

  /// The name of a channel; “any” has a meaning of its own among hand-offs.
  static func channel(_ raw: String) -> String {
    let clean = cleaned(raw)
    return clean == "any" ? "any channel" : clean
  }

  /// The name in Unicode form C, without line ends and other control characters, and without space at its ends.
  static func cleaned(_ raw: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in raw.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let trimmed = String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? "unnamed" : trimmed
  }
}
