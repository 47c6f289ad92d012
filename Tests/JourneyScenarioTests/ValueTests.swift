import JourneyModel
import JourneyScenario
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("15%", 0.15), ("0.15", 0.15), ("0", 0), ("1", 1), ("100%", 1), (" 12.5 % ", 0.125), ("1e-3", 0.001),
  ])
  func `a probability is a share or a percentage`(text: String, value: Double) throws {
    #expect(try ProbabilityValue.parse(ValueText(text)).value == value)
  }

  @Test(arguments: [
    "15", "101%", "-1%", "", "%", "nan", "inf", "0x1", ".5", "1.", "1_0%", "1,5%", "٣%", "½", "--1",
  ])
  func `anything else is no probability`(text: String) {
    #expect(throws: ValueProblem.self) { try ProbabilityValue.parse(ValueText(text)) }
  }

  @Test(arguments: [("78", 78), ("csat 3.9", 68), ("csat 1", 10), ("csat 5", 90), ("0", 0), ("100", 100)])
  func `points are points, or a mean category`(text: String, points: Double) throws {
    #expect(abs(try PointsValue.parse(ValueText(text)) - points) < 1e-12)
  }

  @Test func `a quality is a law`() throws {
    #expect(try QualityValue.parse(ValueText("78 ± 12")) == .normal(mean: 78, deviation: 12))
    #expect(try QualityValue.parse(ValueText("78 +- 12")) == .normal(mean: 78, deviation: 12))
    #expect(try QualityValue.parse(ValueText("78±12")) == .normal(mean: 78, deviation: 12))
    #expect(try QualityValue.parse(ValueText("78 ± 0")) == .constant(78))
    #expect(try QualityValue.parse(ValueText("78")) == .constant(78))
  }

  @Test(arguments: [("mild", 5.0), ("clear", 12), ("severe", 25), ("7.5", 7.5)])
  func `a severity is points or a word`(text: String, points: Double) throws {
    #expect(try SeverityValue.parse(ValueText(text)).law == .constant(points))
  }

  @Test func `a duration is fixed or lognormal`() throws {
    #expect(try DurationValue.parse(ValueText("2d")) == .fixed(seconds: 172_800))
    #expect(try DurationValue.parse(ValueText("fixed 2d")) == .fixed(seconds: 172_800))
    #expect(try DurationValue.parse(ValueText("1.5 h")) == .fixed(seconds: 5_400))
    #expect(try DurationValue.parse(ValueText("90s..6m")) == .lognormal(medianSeconds: 90, p90Seconds: 360))
    #expect(try DurationValue.parse(ValueText("1w")) == .fixed(seconds: 604_800))
  }

  @Test(arguments: [
    "", "5", "5x", "m", "6m..2m", "0s..5s", "2m..", "..2m", "fixed", "-2m", "12:30", "1e9d x",
  ])
  func `anything else is no duration`(text: String) {
    #expect(throws: ValueProblem.self) { try DurationValue.parse(ValueText(text)) }
  }

  @Test(arguments: [("4.90", 4.9), ("60k", 60_000), ("1.5M", 1_500_000), ("0", 0)])
  func `money may have thousands and millions`(text: String, value: Double) throws {
    #expect(try MoneyValue.parse(ValueText(text)) == value)
  }

  @Test(arguments: ["€4", "4 EUR", "4K", "-1", "", "k", "1,000"])
  func `anything else is no amount`(text: String) {
    #expect(throws: ValueProblem.self) { try MoneyValue.parse(ValueText(text)) }
  }

  @Test func `rates are per time`() throws {
    #expect(try RateValue.parse(ValueText("86400 per day")) == 1)
    #expect(try RateValue.sharePerYear(ValueText("10% per year")) == 0.1)
    #expect(throws: ValueProblem.self) { try RateValue.parse(ValueText("5 per fortnight")) }
    #expect(throws: ValueProblem.self) { try RateValue.sharePerYear(ValueText("10% per month")) }
  }

  @Test func `a number says how sure it is`() throws {
    let (guess, first) = try Uncertainty.split(ValueText("12% ?"))
    #expect(guess.string == "12%" && first == .guess)
    let (sure, second) = try Uncertainty.split(ValueText("78 ± 12 (± 20%)"))
    #expect(sure.string == "78 ± 12" && second == .relative(0.2))
    #expect(try Uncertainty.split(ValueText("5")).status == .plain)
  }

  @Test(arguments: [
    ("a.b", ["a", "b"]), ("a. \"b.c\" .d", ["a", "b.c", "d"]), ("'x y'.z", ["x y", "z"]),
    ("p q.r", ["p q", "r"]),
    ("\"a\\\"b\"", ["a\"b"]),
  ])
  func `a path has segments`(path: String, segments: [String]) {
    #expect(DottedPath.segments(path) == segments)
  }

  @Test(arguments: ["", ".", "a.", ".a", "a..b", "\"a", "\"a\"b.c"])
  func `a path that is none is refused`(path: String) {
    #expect(DottedPath.segments(path) == nil)
  }

  @Test(arguments: [
    ("travelers", "travellers"), ("chekout", "checkout"), ("CHECKOUT", "checkout"), ("hcekout", "checkout"),
  ])
  func `the nearest name is suggested`(name: String, nearest: String) {
    #expect(Suggestion.nearest(to: name, among: ["travellers", "checkout", "basket"]) == nearest)
  }

  @Test(arguments: ["x", "c", "entirely different", ""])
  func `a name that is nothing like any is left alone`(name: String) {
    #expect(Suggestion.nearest(to: name, among: ["travellers", "checkout", "b"]) == nil)
  }
}
