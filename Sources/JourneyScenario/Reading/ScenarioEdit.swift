/// A change to a scenario that was asked for from outside its file, as in `--set 'pain points.late parcel.hits=5%'`.
public struct ScenarioEdit: Sendable, Hashable {
  /// The dotted path and the value, with `=` between.
  public var text: String

  /// Creates an edit from `path=value`; whether it makes sense is found when the scenario is read.
  public init(_ text: String) {
    self.text = text
  }

  /// The path and the value, split at the first `=` outside quotes; nil where there is none.
  package var parts: (path: String, value: String, offset: Int)? {
    var quote: Character?
    var offset = 0
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" {
        let path = String(text[..<index])
        return (path, String(text[text.index(after: index)...]), offset + 1)
      }
      offset += character.unicodeScalars.count
    }
    return nil
  }
}
