/// Marks characters of a text by private-use characters that do not occur in it, and takes the marks back.
///
/// Each mark replaces exactly one Unicode scalar, so that lines and columns stay as they are.
struct PrivateMarks {
  private let alias: Unicode.Scalar
  private let firstKey: UInt32
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]

  /// Finds characters that the text does not use.
  ///
  /// - Complexity: O(length).
  init(_ text: String) {
    var highest: UInt32 = 0xF_0000
    for scalar in text.unicodeScalars where scalar.value > highest { highest = scalar.value }
    alias = Unicode.Scalar(min(highest + 1, 0x10_FFFD)) ?? "\u{10FFFD}"
    firstKey = alias.value + 1
    originals[alias] = "*"
  }

  /// The text in which every star that may begin an alias is marked.
  func markingAliases(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "*")) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      let mayBegin = previous == "\n" || previous == "\r" || " \t[]{},:-?".unicodeScalars.contains(previous)
      result.append(scalar == "*" && mayBegin ? alias : scalar)
      previous = scalar
    }
    return String(result)
  }

  /// The text in which every place that may begin a key is marked by a character of its own, so that no two keys
  /// are equal; nil where there are more such places than characters.
  ///
  /// - Complexity: O(length).
  mutating func markingKeys(in text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    var next = firstKey
    var mayBegin = true
    for at in scalars.indices {
      switch scalars[at] {
      case "\n", "\r", "{", ",", "\"", "'": mayBegin = true
      case " ", "\t", "-", "?": break
      default:
        guard mayBegin else { continue }
        mayBegin = false
        // Signs have a meaning where a value begins; letters and digits do not.
        guard
          scalars[at].value > 0x7F || scalars[at].properties.isAlphabetic || ("0"..."9").contains(scalars[at])
        else { continue }
        guard next <= 0x10_FFFD, let mark = Unicode.Scalar(next) else { return nil }
        originals[mark] = scalars[at]
        scalars[at] = mark
        next += 1
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The text without marks.
  func restored(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xF3 }),
      text.unicodeScalars.contains(where: { originals[$0] != nil })
    else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(originals[scalar] ?? scalar) }
    return String(result)
  }

  /// The name of the alias that a plain scalar stands for, or nil where it is none.
  func aliasName(_ text: String) -> String? {
    guard text.unicodeScalars.first == alias else { return nil }
    return restored(String(text.unicodeScalars.dropFirst()))
  }
}
