import Foundation

/// A number in a text, as precise as it is written.
struct FigureToken {
  /// As it stands there ("−3,750", "<1").
  var text: String
  /// What it is worth.
  var value: Double
  /// Digits after the stop.
  var decimals: Int
  /// Zeros at its end, where it has no stop.
  var zeros: Int

  /// The numbers of a text, in its order.
  static func all(in text: String) -> [FigureToken] {
    let pattern = /([<>]?)([+−]?)[£$€]?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(\d+))?/
    return text.matches(of: pattern).map { match in
      let digits = match.output.3.filter { $0 != "," }
      let decimals = match.output.4 ?? ""
      let size = Double(digits + (decimals.isEmpty ? "" : "." + decimals)) ?? .nan
      return FigureToken(
        text: String(match.output.0),
        value: match.output.2 == "−" ? -size : size,
        decimals: decimals.count,
        zeros: decimals.isEmpty ? digits.reversed().prefix { $0 == "0" }.count : 0
      )
    }
  }

  /// The same number with another last digit, zeros at the end of a whole number aside.
  var changed: FigureToken {
    var other = self
    let step = pow(10, Double(decimals > 0 ? -decimals : zeros))
    let isNine = text.reversed().first { $0.isNumber && (decimals > 0 || $0 != "0") } == "9"
    other.value += (value < 0 ? -1 : 1) * step * (isNine ? -8 : 1)
    return other
  }

  /// Whether this is how a value is written at the precision of the token.
  ///
  /// Zeros at the end of a whole number are rounding only as far as the value's interval is wide.
  func shows(_ wanted: Wanted) -> Bool {
    if text.hasPrefix("<") { return wanted.value > 0 && wanted.value < value }
    if text.hasPrefix(">") { return wanted.value > value }
    let bears = wanted.halfWidth > 1 ? Int(log10(wanted.halfWidth)) : 0
    let step = decimals > 0 ? pow(10, -Double(decimals)) : pow(10, Double(min(zeros, bears)))
    return abs(value - wanted.value) <= step * 0.5 * (1 + 1e-6) + 1e-9 * abs(value)
  }
}

/// A value that a token must show, in the unit of the page.
struct Wanted {
  /// The value.
  var value: Double
  /// Half the width of its interval; 0 for counts and what was typed.
  var halfWidth = 0.0

  init(_ value: Double, halfWidth: Double = 0) {
    self.value = value
    self.halfWidth = halfWidth
  }
}

/// A part of a JSON answer; what is not there is nothing, whatever is asked of it.
struct Answer {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  init(text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  subscript(key: String) -> Answer { Answer((value as? [String: Any])?[key]) }

  var exists: Bool { value != nil && !(value is NSNull) }
  var list: [Answer] { (value as? [Any] ?? []).map { Answer($0) } }
  var number: Double? { value as? Double }
  var text: String { value as? String ?? "" }
  /// Its `id`.
  var id: String { self["id"].text }

  /// The object of a list whose members are these texts.
  func find(_ wanted: KeyValuePairs<String, String>) -> Answer {
    list.first { entry in wanted.allSatisfy { entry[$0.key].text == $0.value } } ?? Answer(nil)
  }

  /// The object of a list with this id.
  subscript(id id: String) -> Answer { find(["id": id]) }

  /// The value of an estimate, whatever its kind of key.
  var mean: Double? {
    for key in ["difference", "mean", "contribution", "share", "visits", "simulated", "probability", "gain"] {
      if let number = self[key].number { return number }
    }
    return number
  }

  /// Both ends of its interval; empty where there is none.
  var interval: [Double] { self["interval"].list.compactMap(\.number) }

  /// Every text in it, keys left out.
  var texts: [String] {
    switch value {
    case let object as [String: Any]: object.values.flatMap { Answer($0).texts }
    case let list as [Any]: list.flatMap { Answer($0).texts }
    case let text as String: [text]
    default: []
    }
  }
}
