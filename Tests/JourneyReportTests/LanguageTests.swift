import JourneyReport
import Testing

@Suite("Small helps for sentences")
struct LanguageTests {
  @Test("count in words up to twelve")
  func counts() {
    #expect(Language.count(1, "touchpoint") == "one touchpoint")
    #expect(Language.count(12, "fix", "fixes") == "twelve fixes")
    #expect(Language.count(13, "touchpoint") == "13 touchpoints")
    #expect(Language.count(1_300, "touchpoint") == "1,300 touchpoints")
  }

  @Test("join parts as people do")
  func lists() {
    #expect(Language.list([]) == "")
    #expect(Language.list(["a"]) == "a")
    #expect(Language.list(["a", "b"]) == "a and b")
    #expect(Language.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("say plain fractions only where they are near")
  func shares() {
    #expect(Language.share(0.333, of: "customers") == "a third of customers")
    #expect(Language.share(0.349, of: "customers") == "35% of customers")
    #expect(Language.share(0.612, of: "travellers") == "six in ten travellers")
    #expect(Language.share(0.53, of: "travellers") == "53% of travellers")
  }

  @Test("name lengths of time by their natural unit")
  func durations() {
    let day = 86_400.0
    #expect(Language.duration(seconds: 7 * day * 12) == "12 weeks")
    #expect(Language.duration(seconds: 30 * day) == "1 month")
    #expect(Language.duration(seconds: 30 * day * 48) == "4 years")
    #expect(Language.duration(seconds: 365 * day) == "1 year")
    #expect(Language.duration(seconds: 10 * day) == "10 days")
  }
}
