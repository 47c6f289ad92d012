import Foundation
import JourneyModel

/// One number of a scenario that can be varied.
public struct ScenarioInput: Sendable, Hashable {
  /// What the number counts.
  public enum Kind: Sendable, Hashable {
    /// A probability or a share, in [0, 1].
    case share
    /// A share of the moves that were seen from a place, in [0, 1].
    case seen
    /// Points, 0-100, or -100 to 100 for hand-offs and outcomes.
    case points
    /// A weight, a factor or another number that is not negative.
    case number
    /// An amount in `run.currency`.
    case money
    /// Seconds; of a range its median.
    case duration
    /// Something per second, written per this unit of time.
    case rate(unit: String, seconds: Double)
  }

  /// The dotted path of the number in the file.
  public var path: String
  /// The number as it is written there; a default that is not written as it would be.
  public var written: String
  /// Whether it stands in the file; else it is a default of the language.
  public var isWritten: Bool
  /// The number in its kind's unit.
  public var value: Double
  /// What it counts.
  public var kind: Kind
  /// What it rests on, where that is said.
  public var mark: Evidence.Mark.Kind?
  /// How it is drawn; nil without a mark, or where it cannot vary.
  public var law: InputLaw?
  /// The greatest size that it can have, where there is one.
  public var limit: Double?
  /// What is measured together with it: the path of the row for moves that were seen, else its own.
  public var question: String
  /// The variant whose change it is part of; nil for the scenario itself.
  public var variant: String?

  /// Where it stands: the positions of entries from the root down.
  var place: [Int] = []
  /// How a value is written there.
  var form = InputForm.plain

  /// Whether a value can stand here at all.
  public func allows(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    if let limit, abs(value) > limit { return false }
    return self.value < 0 ? value <= 0 : value >= 0
  }

  /// Inputs are the same where they are written the same at the same place.
  public static func == (left: ScenarioInput, right: ScenarioInput) -> Bool {
    left.path == right.path && left.written == right.written
  }

  /// Hashes the path.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// How a number is written back into a document.
enum InputForm: Sendable, Hashable {
  /// The number alone.
  case plain
  /// In percent, as an option of a row in percent.
  case percent
  /// With something behind it that stays (`± 12`, ` at 75`, ` per year`).
  case before(String)
  /// A duration, with the 90th percentile as a multiple of the median where there is one.
  case seconds(p90: Double?)
  /// A rate per a unit of time.
  case per(String, seconds: Double)

  /// The text of a value.
  func text(_ value: Double) -> String {
    switch self {
    case .plain: Self.decimal(value)
    case .percent: Self.decimal(value * 100) + "%"
    case .before(let rest): Self.decimal(value) + rest
    case .seconds(nil): Self.decimal(value) + "s"
    case .seconds(let p90?): Self.decimal(value) + "s.." + Self.decimal(value * p90) + "s"
    case .per(let unit, let seconds): Self.decimal(value * seconds) + " per " + unit
    }
  }

  /// The shortest decimal that reads back the same, without an exponent: durations have none.
  static func decimal(_ value: Double) -> String {
    let text = String(value)
    return text.contains("e") ? String(format: "%.18f", value) : text
  }
}
