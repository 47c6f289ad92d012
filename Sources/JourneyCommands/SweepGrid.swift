import Foundation
import JourneyExperiments
import JourneyScenario

/// The values of a sweep, as its options say: `path=5%..20%/4` or `path=5%,10%,20%`.
struct SweepGrid: Equatable {
  /// Why an option makes no sense, as a sentence.
  struct Problem: Error, Equatable { var message: String }

  /// A path and the values that it takes in turn.
  struct Parameter: Equatable {
    var path: String
    var values: [String]
  }

  /// A sweep has at most this many points.
  static let mostPoints = 1_000

  /// The paths in the order of the options.
  let parameters: [Parameter]

  init(_ options: [String]) throws(Problem) {
    guard !options.isEmpty else {
      throw Problem(message: "say what to vary, as in --set 'pain points.late parcel.hits=5%..20%/4'")
    }
    var parameters: [Parameter] = []
    for option in options { parameters.append(try Self.parameter(option)) }
    for (index, parameter) in parameters.enumerated() {
      if parameters[..<index].contains(where: { $0.path == parameter.path }) {
        throw Problem(message: "\(parameter.path) is set twice; name each path once")
      }
    }
    var points = 1
    for parameter in parameters {
      let (product, isTooLarge) = points.multipliedReportingOverflow(by: parameter.values.count)
      guard !isTooLarge, product <= Self.mostPoints else {
        throw Problem(
          message: "that would be more than \(Self.mostPoints) points, the most that a sweep can have"
        )
      }
      points = product
    }
    self.parameters = parameters
  }

  /// All combinations, the last path's values changing fastest.
  var points: [[SweepSetting]] {
    parameters.reduce([[]]) { points, parameter in
      points.flatMap { point in
        parameter.values.map { point + [SweepSetting(path: parameter.path, value: $0)] }
      }
    }
  }

  private static func parameter(_ option: String) throws(Problem) -> Parameter {
    guard let (path, text, _) = ScenarioEdit(option).parts else {
      throw Problem(message: "\"\(option)\" needs a path and values with = between")
    }
    if let segments = DottedPath.segments(path),
      segments == ["run", "seed"] || segments == ["run", "travellers"]
    {
      throw Problem(
        message: "\(path) is the same for all points, so that they can be compared; use --\(segments[1])"
      )
    }
    let values = try range(text) ?? list(text)
    if values.contains(where: \.isEmpty) {
      throw Problem(message: "\"\(option)\" has an empty value; write them as in 5%,10%,20%")
    }
    return Parameter(path: path, values: values)
  }

  /// The values between commas, except commas in brackets or quotes.
  private static func list(_ text: String) -> [String] {
    var values = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "{[(".contains(character) {
        depth += 1
      } else if "}])".contains(character) {
        depth -= 1
      } else if character == ",", depth == 0 {
        values.append("")
        continue
      }
      values[values.count - 1].append(character)
    }
    return values.map { Substring($0).trimmed }
  }

  /// The values of `low..high/points`; nil where the text is no such range (`2m..6m` is a value of its own).
  private static func range(_ text: String) throws(Problem) -> [String]? {
    guard let slash = text.lastIndex(of: "/"), let dots = text.range(of: ".."),
      dots.upperBound <= slash, let count = Int(text[text.index(after: slash)...].trimmed)
    else { return nil }
    guard (2...mostPoints).contains(count) else {
      throw Problem(message: "\"\(text)\" needs between 2 and \(mostPoints) points after the /")
    }
    guard let low = Quantity(text[..<dots.lowerBound].trimmed),
      let high = Quantity(text[dots.upperBound..<slash].trimmed),
      low.suffix.isEmpty || low.suffix == high.suffix
    else {
      throw Problem(message: "\"\(text)\" needs two numbers in the same unit, as in 5%..20%/4")
    }
    let places = max(low.places, high.places) + 6
    return (0..<count).map { step in
      let share = Double(step) / Double(count - 1)
      return decimal(low.number + (high.number - low.number) * share, places) + high.suffix
    }
  }

  /// A number without needless zeros.
  private static func decimal(_ number: Double, _ places: Int) -> String {
    var text = String(format: "%.\(min(places, 15))f", number)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}

/// A number with what is written after it.
private struct Quantity {
  var number: Double
  var suffix: String
  /// Digits after the point.
  var places: Int

  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    guard let number = Double(digits), number.isFinite, abs(number) < 1e12 else { return nil }
    self.number = number
    suffix = String(text.dropFirst(digits.count))
    places = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
  }
}
