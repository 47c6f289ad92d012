import JourneyModel
import JourneyStatistics

/// Small helps for writing sentences.
public enum Language {
  private static let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// A count in a sentence: words up to twelve, digits beyond.
  public static func count(_ number: Int) -> String {
    small.indices.contains(number) ? small[number] : DecimalText.count(number)
  }

  /// A count with its noun: "one touchpoint", "five touchpoints".
  public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// So many done at once: "Both together", "All ten together".
  static func together(_ number: Int) -> String {
    number == 2 ? "Both together" : "All \(count(number)) together"
  }

  /// All of so many: "the target", "both targets", "all five targets".
  public static func all(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    switch number {
    case 1: "the \(singular)"
    case 2: "both \(plural ?? singular + "s")"
    default: "all \(count(number, singular, plural))"
    }
  }

  /// The text with its first letter large.
  public static func sentence(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A name in quotation marks.
  public static func quoted(_ name: String) -> String { "“\(name)”" }

  /// A figure's name in running text, in quotation marks with single ones inside: "“reach ‘bought’”".
  static func quotedName(_ label: String) -> String {
    quoted(label.lowercasedFirst.replacing("“", with: "‘").replacing("”", with: "’"))
  }

  /// An outcome as a name of its own: "Bought", "Left on the way".
  static func outcome(_ name: String) -> String {
    name == Outcome.leaveName ? "Left on the way" : sentence(name)
  }

  /// Parts joined as in a sentence: "a", "a and b", "a, b and c".
  public static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A share as people say it, where it is within a point and a half of a plain fraction; percent otherwise.
  public static func share(_ share: Double) -> String {
    let plain: [(Double, String)] = [
      (0.1, "one in ten"), (0.2, "one in five"), (0.25, "a quarter"), (1 / 3.0, "a third"),
      (0.4, "four in ten"),
      (0.5, "half"), (0.6, "six in ten"), (2 / 3.0, "two thirds"), (0.75, "three quarters"),
      (0.9, "nine in ten"),
    ]
    guard let near = plain.first(where: { abs($0.0 - share) <= 0.015 }) else {
      return Figure.percent(share)
    }
    return near.1
  }

  /// A share of people: "six in ten travellers", "a third of travellers", "53% of travellers".
  public static func share(_ share: Double, of people: String) -> String {
    let words = Self.share(share)
    return words.contains(" in ") ? "\(words) \(people)" : "\(words) of \(people)"
  }

  /// A length of time in its natural unit: "12 weeks", "1 month", "90 days".
  public static func duration(seconds: Double) -> String {
    let day = 86_400.0
    let units: [(Double, String)] = [
      (365 * day, "year"), (30 * day, "month"), (7 * day, "week"), (day, "day"), (3_600, "hour"),
      (60, "minute"),
    ]
    let months = (seconds / (30 * day)).rounded()
    if months >= 24, abs(seconds / (30 * day) - months) < 0.01, Int(months) % 12 == 0 {
      return "\(Int(months) / 12) years"
    }
    for (length, name) in units {
      let number = seconds / length
      let whole = number.rounded()
      if whole >= 1, abs(number - whole) < 0.01 {
        return "\(DecimalText.count(Int(whole))) \(name)\(whole == 1 ? "" : "s")"
      }
    }
    let unit = units.first { seconds >= $0.0 } ?? (1, "second")
    return DecimalText.fixed(seconds / unit.0, places: 1) + " \(unit.1)s"
  }
}
