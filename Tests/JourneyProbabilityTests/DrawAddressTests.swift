import JourneyProbability
import Testing

@Suite("Draw address")
struct DrawAddressTests {
  @Test("keeps every purpose's number")
  func purposes() {
    let numbers = DrawPurpose.allCases.map(\.rawValue)
    #expect(numbers == [0, 1, 2, 3, 8, 9, 10, 11, 12, 13])
  }

  @Test("lists four words for each purpose")
  func words() {
    for purpose in DrawPurpose.allCases { #expect(purpose.words.count == 4) }
    #expect(DrawPurpose.visit.words == ["route", "quality", "duration", "leave"])
    #expect(DrawPurpose.pain.words == ["hit", "sends to", "delay", "severity"])
    #expect(DrawPurpose.traveller.words == ["persona", "heterogeneity", nil, nil])
  }

  @Test("reads each decision from its word of the table")
  func accessors() {
    let block = PhiloxBlock(10, 11, 12, 13)
    #expect([block.route, block.quality, block.duration, block.leave] == [10, 11, 12, 13])
    #expect([block.hit, block.sendsTo, block.delay, block.severity] == [10, 11, 12, 13])
    #expect([block.persona, block.heterogeneity] == [10, 11])
  }

  @Test("lays out the counter as visit, site, traveller low, traveller high | period | purpose")
  func layout() {
    let address = DrawAddress(
      visit: 5,
      site: 0xCAFE_0001,
      traveller: 0xABC_1234_5678,
      period: 0xDEF,
      purpose: .redraw
    )
    #expect(address.words == PhiloxBlock(5, 0xCAFE_0001, 0x1234_5678, 0xABCD_EF09))
  }

  @Test("draws the block of its counter words")
  func block() {
    let generator = Philox4x32(seed: 7)
    let address = DrawAddress(visit: 1, site: 2, traveller: 1 << 40 | 3, period: 4, purpose: .pain)
    #expect(generator.block(at: address) == generator.block(1, 2, 3, 0x1000_0401))
  }

  @Test("separates addresses that differ in one part only")
  func separation() {
    let base = DrawAddress(visit: 1, site: 1, traveller: 1, period: 1, purpose: .visit)
    var addresses = [base]
    for purpose in DrawPurpose.allCases where purpose != .visit {
      addresses.append(
        DrawAddress(visit: 1, site: 1, traveller: 1, period: 1, purpose: purpose)
      )
    }
    addresses.append(DrawAddress(visit: 2, site: 1, traveller: 1, period: 1, purpose: .visit))
    addresses.append(DrawAddress(visit: 1, site: 2, traveller: 1, period: 1, purpose: .visit))
    addresses.append(DrawAddress(visit: 1, site: 1, traveller: 2, period: 1, purpose: .visit))
    addresses.append(
      DrawAddress(visit: 1, site: 1, traveller: DrawAddress.travellerLimit - 1, period: 1, purpose: .visit)
    )
    addresses.append(
      DrawAddress(
        visit: 1,
        site: 1,
        traveller: 1,
        period: DrawAddress.periodLimit - 1,
        purpose: .visit
      )
    )
    let words = addresses.map(\.words)
    for (index, word) in words.enumerated() {
      #expect(!words[..<index].contains(word))
    }
  }
}
