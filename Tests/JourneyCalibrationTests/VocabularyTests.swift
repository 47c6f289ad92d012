import JourneyCalibration
import JourneyEventLog
import JourneyModel
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
  private func vocabulary(
    _ log: EventLog,
    _ outcomes: [String: OutcomeKind] = [:]
  ) throws(CalibrationError) -> Vocabulary {
    try Vocabulary(log, cases: 0..<log.caseCount, outcomes: outcomes)
  }

  @Test("reserved names and clashes get another name, and the change is reported")
  func reserved() throws {
    let log = try TestLog.of(["leave rest START ended done home"])
    let names = try vocabulary(log)
    #expect(names.destination(activity: "leave", channel: nil) == .touchpoint("leave (event)"))
    #expect(names.destination(activity: "ended", channel: nil) == .touchpoint("ended (event)"))
    #expect(names.destination(activity: "home", channel: nil) == .touchpoint("home"))
    #expect(names.renames.map(\.from) == ["START", "done", "ended", "leave", "rest"])
  }

  @Test("“done” may be an outcome, for declaring it gives it its meaning; “leave” may not")
  func outcomeNames() throws {
    let log = try TestLog.of(["a done", "a leave"])
    let names = try vocabulary(log, ["done": .goal, "leave": .loss])
    #expect(names.destination(activity: "done", channel: nil) == .outcome("done"))
    #expect(names.destination(activity: "leave", channel: nil) == .outcome("leave (event)"))
    #expect(names.outcomes.map(\.name) == ["done", "ended", "leave (event)"])
    #expect(names.outcomes.map(\.kind) == [.goal, .neutral, .loss])
  }

  @Test("an outcome that the log does not hold is answered with the activities and the likely one")
  func unknownOutcome() throws {
    let log = try TestLog.of(["Purchase home"])
    do {
      _ = try vocabulary(log, ["purchase": .goal])
      Issue.record("an unknown outcome was accepted")
    } catch {
      #expect(error.code == "outcome-unknown")
      #expect(error.fixes == ["did you mean “Purchase”?"])
      #expect(error.notes == ["the activities are: Purchase, home"])
    }
  }

  /// `counts` events of one activity by channel; an empty channel is a missing one.
  private func log(_ counts: [(String, Int)]) throws -> EventLog {
    var text = "case,what,when,via\n"
    for (channel, count) in counts {
      for _ in 0..<count { text += "1,ask,2024-01-01,\(channel)\n" }
    }
    return try TestLog.read(text, channel: "via")
  }

  @Test("an activity in several channels, each with a tenth or more, becomes a touchpoint per channel")
  func split() throws {
    let names = try vocabulary(log([("web", 70), ("phone", 11), ("shop", 10), ("mail", 9)]))
    #expect(names.splitActivities == ["ask"])
    #expect(names.destination(activity: "ask", channel: "web") == .touchpoint("ask (web)"))
    #expect(names.destination(activity: "ask", channel: "phone") == .touchpoint("ask (phone)"))
    #expect(names.destination(activity: "ask", channel: "shop") == .touchpoint("ask (shop)"))
    #expect(names.destination(activity: "ask", channel: "mail") == .touchpoint("ask (web)"))
    #expect(names.destination(activity: "ask", channel: nil) == .touchpoint("ask (web)"))
    #expect(names.channelOfTouchpoint["ask (web)"]?.events == 79)
    #expect(names.channelOfTouchpoint["ask (web)"]?.inChannel == 70)
  }

  @Test("an activity with one material channel keeps its name and says the share")
  func oneChannel() throws {
    let names = try vocabulary(log([("web", 91), ("phone", 9)]))
    #expect(names.splitActivities == [])
    #expect(names.destination(activity: "ask", channel: "phone") == .touchpoint("ask"))
    #expect(names.channelOfTouchpoint["ask"]?.channel == "web")
    #expect(names.channelOfTouchpoint["ask"]?.inChannel == 91)
    #expect(names.channelOfTouchpoint["ask"]?.events == 100)
    let without = try vocabulary(log([("", 5)]))
    #expect(without.channelOfTouchpoint["ask"] == nil)
  }
}
