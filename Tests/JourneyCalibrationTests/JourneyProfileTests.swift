import JourneyCalibration
import JourneyEventLog
import JourneyTestSupport
import Testing

@Suite("Profiles and their distances")
struct JourneyProfileTests {
  private func profile(_ cases: [String]) throws -> JourneyProfile {
    JourneyProfile(try LogTally(TestLog.of(cases)))
  }

  @Test("distances of small profiles are those computed by hand")
  func byHand() throws {
    // Moves left: ab, ab, bc (of 3). Moves right: ab, cb (of 2). Lengths left: 3, 2. Lengths right: 2, 2, 1.
    let distance = ProfileDistance(try profile(["a b c", "a b"]), try profile(["a b", "c b", "a"]))
    #expect(abs(distance.edges - (abs(2.0 / 3 - 0.5) + 1.0 / 3 + 0.5) / 2) < 1e-15)
    // With entries a, a | a, c, a and endings c, b | b, b, a: 7 moves left, 8 right.
    let entries = abs(2.0 / 7 - 2.0 / 8) + 1.0 / 8
    let inside = abs(2.0 / 7 - 1.0 / 8) + 1.0 / 7 + 1.0 / 8
    let endings = 1.0 / 7 + abs(1.0 / 7 - 2.0 / 8) + 1.0 / 8
    #expect(abs(distance.moves - (entries + inside + endings) / 2) < 1e-15)
    // Distribution functions at 1, 2: left 0, 1/2; right 1/3, 1.
    #expect(abs(distance.lengthKS - 0.5) < 1e-15)
    #expect(abs(distance.lengthWasserstein - (1.0 / 3 + 0.5)) < 1e-15)
    #expect(distance.outcomes == 0)
  }

  @Test("a profile is at no distance from itself, and profiles without a common move are as far as can be")
  func extremes() throws {
    let left = try profile(["a b c", "a b"])
    let same = ProfileDistance(left, left)
    #expect(same.edges == 0 && same.lengthKS == 0 && same.lengthWasserstein == 0 && same.outcomes == 0)
    #expect(ProfileDistance(left, try profile(["x y z"])).edges == 1)
    #expect(ProfileDistance(left, try profile(["a"])).edges == 1)
  }

  @Test(
    "the drift of the sessions' last fifth is the one that another tool computed",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.ecom), "needs the outside data folder ../shared/data")
  )
  func sessionDrift() throws {
    let log = try ReferenceLog.sessions()
    let (train, test) = log.splitByTime(laterShare: 0.2)
    #expect(train.count == 2884)
    #expect(test.count == 721)
    let vocabulary = try Vocabulary(log, cases: train)
    let (first, second) = (
      JourneyProfile(LogTally(log, cases: train, vocabulary: vocabulary)),
      JourneyProfile(LogTally(log, cases: test, vocabulary: vocabulary))
    )
    let drift = ProfileDistance(first, second)
    #expect(abs(drift.edges - 0.10523) < 0.000005)
    #expect(abs(drift.moves - 0.10569) < 0.000005)
    #expect(abs(drift.lengthKS - 0.0257) < 0.00005)
    #expect(abs(first.meanLength - 8.6522) < 0.00005)
    #expect(abs(second.meanLength - 8.534) < 0.00005)
  }

  @Test(
    "the distance between the two loan logs is the one that another tool computed",
    .enabled(if: ReferenceLog.isHere(ReferenceLog.loans), "needs the outside data folder ../shared/data")
  )
  func loanDrift() throws {
    let profiles = try ReferenceLog.loanLogs().map { JourneyProfile(try LogTally($0)) }
    let drift = ProfileDistance(profiles[0], profiles[1])
    #expect(abs(drift.edges - 0.02285) < 0.000005)
    #expect(abs(drift.moves - 0.02115) < 0.000005)
    #expect(abs(drift.lengthKS - 0.015) < 0.00005)
    #expect(profiles.map(\.meanLength) == [7.544, 7.495])
  }
}
