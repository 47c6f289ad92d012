/// An instant as a log writes it, in whole microseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Sendable, Hashable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public var microseconds: Int64
  /// Whether the text named a zone; without one it is taken as UTC.
  public var statesZone: Bool

  /// Creates an instant.
  public init(microseconds: Int64, statesZone: Bool) {
    self.microseconds = microseconds
    self.statesZone = statesZone
  }

  /// Reads ISO 8601, or returns nil where the text is anything else.
  ///
  /// A date `2024-03-13` (or `2024/03/13`), alone or followed by `T` or a space and `10:21`, `10:21:14` or
  /// `10:21:14.420` (up to nine digits, of which those after the sixth are cut off), alone or followed by `Z`, `UTC`,
  /// `+01:00`, `+0100` or `+01`. Dates are of the Gregorian calendar, checked to the day. Dates that begin with the
  /// day or month are refused, since nothing tells the two apart.
  ///
  /// - Complexity: O(length).
  public init?(_ text: ArraySlice<UInt8>) {
    var scan = Scanner(text: text, position: text.startIndex)
    guard let year = scan.digits(4), let separator = scan.next(),
      separator == Ascii.minus || separator == Ascii.slash,
      let month = scan.digits(2), scan.take(separator), let day = scan.digits(2),
      month >= 1, month <= 12, day >= 1, day <= Self.days(inMonth: month, ofYear: year)
    else { return nil }
    var microseconds = Self.daysSince1970(year: year, month: month, day: day) * 86_400_000_000
    var statesZone = false
    if !scan.isAtEnd {
      guard scan.take(Ascii.upperT) || scan.take(Ascii.lowerT) || scan.take(Ascii.space),
        let clock = scan.clock(), let offset = scan.zone()
      else { return nil }
      microseconds += clock - (offset.minutes * 60_000_000)
      statesZone = offset.isStated
    }
    self.microseconds = Int64(microseconds)
    self.statesZone = statesZone
  }

  /// The calendar date and time of day in UTC, as `2024-03-13 10:21:14` (fractions of a second are cut off).
  public static func describe(microseconds: Int64) -> String {
    let seconds = (Double(microseconds) / 1e6).rounded(.down)
    let ofDay = Int(seconds) - dayNumber(microseconds) * 86_400
    return
      "\(describeDay(microseconds: microseconds)) \(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))"
  }

  /// The calendar date in UTC, as `2024-03-13`.
  public static func describeDay(microseconds: Int64) -> String {
    let date = civil(day: dayNumber(microseconds))
    let year = String(date.year)
    return
      "\(String(repeating: "0", count: max(0, 4 - year.count)) + year)-\(two(date.month))-\(two(date.day))"
  }

  private static func dayNumber(_ microseconds: Int64) -> Int {
    let perDay: Int64 = 86_400_000_000
    let quotient = microseconds / perDay
    return Int(microseconds % perDay < 0 ? quotient - 1 : quotient)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar, counted in eras of 400 years that begin in March.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// Reads the pieces of a timestamp one after the other.
private struct Scanner {
  let text: ArraySlice<UInt8>
  var position: Int

  var isAtEnd: Bool { position == text.endIndex }

  mutating func next() -> UInt8? {
    guard position < text.endIndex else { return nil }
    defer { position += 1 }
    return text[position]
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.endIndex, text[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func digit() -> Int? {
    guard position < text.endIndex, Ascii.isDigit(text[position]) else { return nil }
    defer { position += 1 }
    return Int(text[position] &- Ascii.zero)
  }

  /// Exactly `count` digits.
  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// `hh:mm[:ss[.fraction]]` in microseconds.
  mutating func clock() -> Int? {
    guard let hour = digits(2), hour < 24, take(Ascii.colon), let minute = digits(2), minute < 60 else {
      return nil
    }
    var microseconds = (hour * 60 + minute) * 60_000_000
    guard take(Ascii.colon) else { return microseconds }
    guard let second = digits(2), second < 60 else { return nil }
    microseconds += second * 1_000_000
    guard take(Ascii.dot) || take(Ascii.comma) else { return microseconds }
    var scale = 100_000
    var count = 0
    while let digit = digit() {
      microseconds += digit * scale
      scale /= 10
      count += 1
    }
    return count >= 1 && count <= 9 ? microseconds : nil
  }

  /// What remains: nothing, `Z`, `UTC`, or hours and minutes ahead of UTC; nil where it is something else.
  mutating func zone() -> (minutes: Int, isStated: Bool)? {
    if isAtEnd { return (0, false) }
    _ = take(Ascii.space)
    if take(Ascii.upperZ) || take(Ascii.lowerZ) || takeUTC() { return isAtEnd ? (0, true) : nil }
    let isNegative = take(Ascii.minus)
    guard isNegative || take(Ascii.plus), let hours = digits(2), hours <= 18 else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = take(Ascii.colon)
      guard let stated = digits(2), stated < 60 else { return nil }
      minutes = stated
    }
    let offset = hours * 60 + minutes
    return isAtEnd ? (isNegative ? -offset : offset, true) : nil
  }

  private mutating func takeUTC() -> Bool {
    guard text[position...].elementsEqual("UTC".utf8) else { return false }
    position = text.endIndex
    return true
  }
}
