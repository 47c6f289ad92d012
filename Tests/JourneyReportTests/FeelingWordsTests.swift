import JourneyReport
import Testing

@Suite("What is said of the mood")
struct FeelingWordsTests {
  @Test("a fall that stays is said to stay")
  func neverRecovers() {
    let stages = [stage("look", 72), stage("pay", 64), stage("use", 66)]
    #expect(FeelingWords.heading(stages) == "The mood drops at “pay”, and it never recovers")
  }

  @Test("a fall that is made good is said to be")
  func recovers() {
    let stages = [stage("look", 72), stage("pay", 64), stage("use", 75)]
    #expect(FeelingWords.heading(stages) == "The mood drops at “pay” and is back at “use”")
  }

  @Test("a later stage whose interval reaches the old level is neither")
  func undecidedRecovery() {
    let stages = [stage("look", 72), stage("pay", 64), stage("use", 71.9)]
    #expect(FeelingWords.heading(stages) == "The mood drops most at “pay”")
  }

  @Test("a fall at the last stage is the end")
  func end() {
    #expect(
      FeelingWords.heading([stage("look", 72), stage("use", 66)]) == "The mood drops at the end, at “use”"
    )
  }

  @Test("a fall within the intervals is not a fall")
  func noise() {
    let stages = [stage("look", 72, halfWidth: 4), stage("pay", 66, halfWidth: 4), stage("use", 70)]
    #expect(FeelingWords.heading(stages) == FeelingWords.neutral)
  }

  @Test("less than a point from stage to stage is level")
  func level() {
    let stages = [stage("look", 72, halfWidth: 0.01), stage("pay", 71.1, halfWidth: 0.01)]
    #expect(FeelingWords.heading(stages) == "The mood stays level from the first stage to the last")
  }

  @Test("a rise needs every step to be real")
  func rises() {
    #expect(
      FeelingWords.heading([stage("a", 60), stage("b", 62), stage("c", 66)])
        == "The mood rises from stage to stage"
    )
    #expect(FeelingWords.heading([stage("a", 60), stage("b", 60.1), stage("c", 66)]) == FeelingWords.neutral)
  }

  @Test("one stage says nothing")
  func one() { #expect(FeelingWords.heading([stage("a", 60)]) == FeelingWords.neutral) }
}
