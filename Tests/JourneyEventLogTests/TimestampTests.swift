import JourneyEventLog
import Testing

@Suite("Timestamps")
struct TimestampTests {
  private func micros(_ text: String) -> Int64? { Timestamp(Array(text.utf8)[...])?.microseconds }

  @Test("dates and times are microseconds since 1970")
  func values() {
    #expect(micros("1970-01-01") == 0)
    #expect(micros("1970-01-01T00:00:00Z") == 0)
    #expect(micros("2000-02-29 12:00") == 951_825_600_000_000)
    #expect(micros("2024-03-13 10:21:14") == 1_710_325_274_000_000)
    #expect(micros("1969-12-31 23:59:59.5") == -500_000)
    #expect(micros("0001-01-01") == -62_135_596_800_000_000)
    #expect(micros("9999-12-31T23:59:59") == 253_402_300_799_000_000)
    #expect(micros("2024/03/13 10:21:14") == 1_710_325_274_000_000)
  }

  @Test("fractions of a second have one to nine digits, the last three of nine cut off")
  func fractions() {
    #expect(micros("1970-01-01T00:00:00.420") == 420_000)
    #expect(micros("1970-01-01T00:00:00,5") == 500_000)
    #expect(micros("1970-01-01T00:00:00.123456") == 123_456)
    #expect(micros("1970-01-01T00:00:00.123456789Z") == 123_456)
    #expect(micros("1970-01-01T00:00:00.") == nil)
    #expect(micros("1970-01-01T00:00:00.1234567890") == nil)
  }

  @Test("offsets are taken off, so that one instant has one value")
  func offsets() {
    let noon: Int64 = 43_200_000_000
    for text in [
      "12:00:00Z", "12:00:00z", "13:00:00+01:00", "13:00:00+0100", "13:00:00+01", "06:30:00-05:30",
      "12:00 UTC",
      "13:00:00 +01:00", "12:00:00.000+00:00",
    ] {
      #expect(micros("1970-01-01T" + text) == noon, "\(text)")
      #expect(Timestamp(Array("1970-01-01 \(text)".utf8)[...])?.statesZone == true, "\(text)")
    }
    #expect(Timestamp(Array("1970-01-01 12:00".utf8)[...])?.statesZone == false)
    #expect(Timestamp(Array("1970-01-01".utf8)[...])?.statesZone == false)
  }

  @Test(
    "what is no ISO 8601 time is not guessed at",
    arguments: [
      "", "soon", "13/03/2024", "03-13-2024", "2024-13-01", "2024-02-30", "2023-02-29", "1900-02-29",
      "2024-00-10",
      "2024-01-00", "2024-01-01T24:00", "2024-01-01T10:60", "2024-01-01T10:00:60", "2024-01-01T",
      "2024-01-01 10",
      "2024-01-01T10:00:00+", "2024-01-01T10:00:00+1", "2024-01-01T10:00:00X", "2024-01-01T10:00:00Zz",
      "1710325274",
      "2024-1-1", "20240101", "2024-01/01", "2024-01-01T10:00:00+19:00",
    ]
  )
  func refused(text: String) {
    #expect(micros(text) == nil)
  }

  @Test("every day of four centuries reads back as itself")
  func roundTrip() {
    var day: Int64 = -11_000
    while day < 140_000 {
      let text = Timestamp.describeDay(microseconds: day * 86_400_000_000)
      #expect(micros(text) == day * 86_400_000_000)
      day += 1
    }
    #expect(Timestamp.describe(microseconds: 1_710_325_274_999_999) == "2024-03-13 10:21:14")
    #expect(Timestamp.describe(microseconds: -1) == "1969-12-31 23:59:59")
  }
}
