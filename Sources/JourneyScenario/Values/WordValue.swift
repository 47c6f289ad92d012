/// One of a few words.
package enum WordValue {
  /// Reads a word.
  package static func parse<Word: RawRepresentable & CaseIterable>(
    _ text: ValueText,
    _ type: Word.Type
  ) throws(ValueProblem) -> Word where Word.RawValue == String {
    let string = text.string
    if let word = Word(rawValue: string) { return word }
    let words = Word.allCases.map(\.rawValue)
    let nearest = Suggestion.nearest(to: string, among: words)
    throw ValueProblem(
      .wrongWord,
      "\"\(string)\" is none of \(words.joined(separator: ", "))"
        + (nearest.map { "; did you mean \($0)?" } ?? ""),
      part: text.range,
      replacement: nearest
    )
  }
}
