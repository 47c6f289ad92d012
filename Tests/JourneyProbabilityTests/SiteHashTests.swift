import JourneyProbability
import Testing

@Suite("Site hash")
struct SiteHashTests {
  // Pinned: a change here changes every result of every scenario.
  @Test("keeps its value")
  func stability() {
    #expect(SiteHash.site(.touchpoint, "product") == 0xA57E_EFDB)
    #expect(SiteHash.site(.painPoint, "late parcel") == 0x0555_0543)
    #expect(SiteHash.site(.start, "START") == 0xB11B_062B)
    #expect(SiteHash.site(.traveller, "") == 0x7DF0_A481)
    #expect(SiteHash.site(.touchpoint, "caf\u{E9}") == 0x98B6_4490)
  }

  @Test("tells kinds, names and attempts apart")
  func distinct() {
    var sites: [UInt32] = []
    for kind in SiteKind.allCases {
      for name in ["", "a", "b", "ab"] {
        for attempt: UInt8 in 0..<3 { sites.append(SiteHash.site(kind, name, attempt: attempt)) }
      }
    }
    #expect(Set(sites).count == sites.count)
  }

  @Test("spreads similar names over the whole range")
  func spread() {
    var counts = [Int](repeating: 0, count: 16)
    for index in 0..<16_000 { counts[Int(SiteHash.site(.touchpoint, "step \(index)") >> 28)] += 1 }
    // 1,000 expected, standard deviation 31: seven of them.
    #expect(counts.allSatisfy { (783...1_217).contains($0) })
  }
}
