/// A kind and a name that need a site of their own.
public struct SitePlace: Hashable, Comparable, Sendable {
  /// What kind of thing it is.
  public var kind: SiteKind
  /// Its name, in Unicode normalisation form C.
  public var name: String

  /// A place of draws.
  public init(_ kind: SiteKind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// Canonical order: bytes of the name first, then the kind.
  public static func < (left: SitePlace, right: SitePlace) -> Bool {
    if left.name.utf8.elementsEqual(right.name.utf8) { return left.kind < right.kind }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}

/// Two places whose names hash to the same site, and where the later one went instead.
public struct SiteCollision: Equatable, Sendable {
  /// The place that keeps the site: earlier in canonical order.
  public var kept: SitePlace
  /// The place that was hashed again.
  public var moved: SitePlace
  /// The site both wanted.
  public var site: UInt32

  /// A collision at `site`.
  public init(kept: SitePlace, moved: SitePlace, site: UInt32) {
    self.kept = kept
    self.moved = moved
    self.site = site
  }
}

/// A site for each place of a scenario, no two alike.
///
/// Sites are given in canonical order, so the table is the same however the places are listed. Building takes
/// O(n log n).
public struct SiteTable: Sendable {
  /// Every collision met, in canonical order; a report must say them.
  public private(set) var collisions: [SiteCollision] = []
  private var sites: [SitePlace: UInt32] = [:]

  /// Gives every place its site. A place that is listed twice is one place.
  public init(_ places: some Sequence<SitePlace>) {
    self.init(places, hash: SiteHash.site)
  }

  /// As above with another hash, which must reach a free site within 256 attempts.
  ///
  /// So that what happens on a collision can be shown without waiting for one.
  public init(
    _ places: some Sequence<SitePlace>,
    hash: (SiteKind, String, UInt8) -> UInt32
  ) {
    var owners: [UInt32: SitePlace] = [:]
    for place in places.sorted() where sites[place] == nil {
      var attempt: UInt8 = 0
      var site = hash(place.kind, place.name, attempt)
      while let owner = owners[site] {
        collisions.append(SiteCollision(kept: owner, moved: place, site: site))
        // A hash that fails 256 times is none; stepping to the next free number still ends and stays stable.
        if attempt == .max {
          site &+= 1
        } else {
          attempt += 1
          site = hash(place.kind, place.name, attempt)
        }
      }
      owners[site] = place
      sites[place] = site
    }
  }

  /// The site of a place, or nil for one the table was not built with.
  public subscript(_ kind: SiteKind, _ name: String) -> UInt32? {
    sites[SitePlace(kind, name)]
  }
}
