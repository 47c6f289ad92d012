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

  /// The text in which every place that may be one of the keys is marked by a character of its own.
  mutating func marking(keys: [String], in text: String) -> String {
    let keys = keys.filter { !$0.isEmpty }.map { Array($0.unicodeScalars) }
    var scalars = Array(text.unicodeScalars)
    var next = firstKey
    var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for key in keys { byFirst[key[0], default: []].append(key) }
    let before = Set(" \t\n\r[]{},:-?\"'".unicodeScalars)
    for at in scalars.indices {
      guard let candidates = byFirst[scalars[at]], at == 0 || before.contains(scalars[at - 1]) else {
        continue
      }
      for key in candidates where isKey(key, at: at, in: scalars) {
        guard next <= 0x10_FFFD, let mark = Unicode.Scalar(next) else { break }
        originals[mark] = scalars[at]
        scalars[at] = mark
        next += 1
        break
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func isKey(_ key: [Unicode.Scalar], at start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard start + key.count < scalars.count, scalars[start...].starts(with: key) else { return false }
    var at = start + key.count
    if scalars[at] == "\"" || scalars[at] == "'" { at += 1 }
    while at < scalars.count, scalars[at] == " " || scalars[at] == "\t" { at += 1 }
    return at < scalars.count && scalars[at] == ":"
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
