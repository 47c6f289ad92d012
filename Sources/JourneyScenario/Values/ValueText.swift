/// Why a text is not the value that stands there, with the exact part at fault.
package struct ValueProblem: Error {
  package var code: FindingCode
  package var message: String
  /// The part at fault in Unicode scalars of the text; nil for the whole.
  package var part: Range<Int>?
  package var help: [String]
  /// A mechanical repair of the part.
  package var replacement: String?

  init(
    _ code: FindingCode,
    _ message: String,
    part: Range<Int>? = nil,
    help: [String] = [],
    replacement: String? = nil
  ) {
    self.code = code
    self.message = message
    self.part = part
    self.help = help
    self.replacement = replacement
  }
}

/// A stretch of a value's text that knows its offsets, so that a problem can be pointed at exactly.
package struct ValueText {
  private let scalars: [Unicode.Scalar]
  /// The stretch in Unicode scalars of the whole text.
  package private(set) var range: Range<Int>

  package init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    range = 0..<scalars.count
    trim()
  }

  /// The stretch as text.
  package var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  package var isEmpty: Bool { range.isEmpty }

  /// The first Unicode scalar.
  package var first: Unicode.Scalar? { range.isEmpty ? nil : scalars[range.lowerBound] }

  /// The last Unicode scalar.
  package var last: Unicode.Scalar? { range.isEmpty ? nil : scalars[range.upperBound - 1] }

  /// A part of the stretch, trimmed; offsets are of the whole text.
  func part(_ range: Range<Int>) -> ValueText {
    var copy = self
    copy.range = range
    copy.trim()
    return copy
  }

  /// The stretch without its last Unicode scalars.
  func dropLast(_ count: Int = 1) -> ValueText { part(range.lowerBound..<(range.upperBound - count)) }

  /// The stretch without its first Unicode scalars.
  func dropFirst(_ count: Int = 1) -> ValueText { part((range.lowerBound + count)..<range.upperBound) }

  /// The rest after a first word, or nil where the stretch does not begin with it.
  func after(word: String) -> ValueText? {
    let letters = Array(word.unicodeScalars)
    guard scalars[range].starts(with: letters) else { return nil }
    let end = range.lowerBound + letters.count
    if end < range.upperBound, scalars[end] != " " { return nil }
    return part(end..<range.upperBound)
  }

  /// The two sides of the first separator, or nil where there is none.
  func split(at separator: String) -> (left: ValueText, right: ValueText)? {
    let wanted = Array(separator.unicodeScalars)
    guard range.count >= wanted.count else { return nil }
    for at in range.lowerBound...(range.upperBound - wanted.count)
    where scalars[at..<(at + wanted.count)].elementsEqual(wanted) {
      return (part(range.lowerBound..<at), part((at + wanted.count)..<range.upperBound))
    }
    return nil
  }

  /// The number at the beginning and what follows it.
  func leadingNumber() -> (number: ValueText, rest: ValueText) {
    var end = range.lowerBound
    while end < range.upperBound, "0123456789.-+".unicodeScalars.contains(scalars[end]) { end += 1 }
    return (part(range.lowerBound..<end), part(end..<range.upperBound))
  }

  private mutating func trim() {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isBlank(scalars[low]) { low += 1 }
    while high > low, Self.isBlank(scalars[high - 1]) { high -= 1 }
    range = low..<high
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\n"
  }
}
