import JourneyProbability
import Testing

@Suite("Site table")
struct SiteTableTests {
  static let places = [
    SitePlace(.touchpoint, "product"), SitePlace(.touchpoint, "basket"), SitePlace(.painPoint, "product"),
    SitePlace(.start, "START"), SitePlace(.traveller, ""), SitePlace(.touchpoint, "café"),
  ]

  @Test("gives each place the hash of its name")
  func plain() {
    let table = SiteTable(Self.places)
    #expect(table.collisions.isEmpty)
    for place in Self.places {
      #expect(table[place.kind, place.name] == SiteHash.site(place.kind, place.name))
    }
    #expect(table[.painPoint, "basket"] == nil)
  }

  @Test("does not depend on the order in which places are listed")
  func order() {
    func everyNameClashes(_ kind: SiteKind, _ name: String, _ attempt: UInt8) -> UInt32 { UInt32(attempt) }
    let forwards = SiteTable(Self.places, hash: everyNameClashes)
    let backwards = SiteTable(Self.places.reversed(), hash: everyNameClashes)
    #expect(forwards.collisions == backwards.collisions)
    for place in Self.places {
      #expect(forwards[place.kind, place.name] == backwards[place.kind, place.name])
    }
  }

  @Test("hashes the later name again when two collide, and says so")
  func collision() {
    // Found by search: two names of one kind with the same first hash.
    let first = SitePlace(.touchpoint, "step 20900")
    let second = SitePlace(.touchpoint, "step 32035")
    let shared = SiteHash.site(.touchpoint, first.name)
    #expect(shared == SiteHash.site(.touchpoint, second.name))
    let table = SiteTable([second, first])
    #expect(table.collisions == [SiteCollision(kept: first, moved: second, site: shared)])
    #expect(table[.touchpoint, first.name] == shared)
    #expect(table[.touchpoint, second.name] == SiteHash.site(.touchpoint, second.name, attempt: 1))
  }

  @Test("keeps sites apart even when a hash is constant")
  func constantHash() {
    let table = SiteTable(Self.places) { _, _, _ in .max }
    let sites = Self.places.compactMap { table[$0.kind, $0.name] }
    #expect(sites.count == Self.places.count)
    #expect(Set(sites).count == sites.count)
  }

  @Test("counts a place that is listed twice once")
  func twice() {
    let table = SiteTable([Self.places[0], Self.places[0]])
    #expect(table.collisions.isEmpty)
  }
}
