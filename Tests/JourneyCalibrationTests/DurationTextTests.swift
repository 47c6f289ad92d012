import JourneyCalibration
import JourneyModel
import Testing

@Suite("Durations as text")
struct DurationTextTests {
  @Test("the largest unit that keeps the number at 2 or more, in three digits")
  func units() {
    let wanted: [(Double, String)] = [
      (0, "0s"), (0.000001, "0.000001s"), (0.0123456, "0.0123s"), (1, "1s"), (1.5, "1.5s"), (88, "88s"),
      (119, "119s"), (120, "2m"), (329, "5.48m"), (3600, "60m"), (7200, "2h"), (86_400, "24h"),
      (172_800, "2d"),
      (9.9996, "10s"), (38_016_000, "440d"), (1e9, "11574d"),
    ]
    for (seconds, text) in wanted { #expect(DurationText.text(seconds: seconds) == text) }
  }

  @Test("a law is a range, or fixed where both ends read the same")
  func laws() {
    #expect(DurationText.text(.lognormal(medianSeconds: 88, p90Seconds: 329)) == "88s..5.48m")
    #expect(DurationText.text(.lognormal(medianSeconds: 100.01, p90Seconds: 100.02)) == "fixed 100s")
    #expect(DurationText.text(.fixed(seconds: 240)) == "fixed 4m")
  }
}
