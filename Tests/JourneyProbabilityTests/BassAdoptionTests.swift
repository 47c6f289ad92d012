import JourneyProbability
import Testing

@Suite("Adoption by word of mouth")
struct BassAdoptionTests {
  private let durables = BassAdoption(innovation: 0.03, imitation: 0.38)

  @Test("has the known shares and the known peak")
  func known() {
    for (time, share) in [(1.0, 0.0357582), (5, 0.3311986), (10, 0.8128032)] {
      #expect(Swift.abs(durables.share(after: time) - share) < 5e-8)
    }
    #expect(Swift.abs(durables.peak - 6.192619) < 5e-7)
    #expect(durables.share(after: 0) == 0)
  }

  @Test("grows fastest at its peak, and without word of mouth is plain decay")
  func shape() {
    func speed(_ time: Double) -> Double {
      durables.share(after: time + 0.01) - durables.share(after: time - 0.01)
    }
    #expect(speed(durables.peak) > speed(durables.peak - 0.5))
    #expect(speed(durables.peak) > speed(durables.peak + 0.5))
    let quiet = BassAdoption(innovation: 0.1, imitation: 0)
    #expect(Swift.abs(quiet.share(after: 1) - 0.09516258196404048) < 1e-16)
    #expect(quiet.peak == 0)
  }
}
