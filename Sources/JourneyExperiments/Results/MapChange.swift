import JourneyModel
import JourneyStatistics

/// What one variant changes on the map; every difference is paired, traveller by traveller.
public struct MapChange: Sendable {
  /// A move that is made more or less often.
  public struct Move: Sendable, Hashable {
    /// The touchpoint left; nil is the entry.
    public var from: String?
    /// Where it leads.
    public var to: Destination
    /// Change of moves per traveller.
    public var change: Estimate

    /// Creates it from its parts.
    public init(from: String?, to: Destination, change: Estimate) {
      self.from = from
      self.to = to
      self.change = change
    }
  }

  /// A touchpoint that more or fewer travellers come to.
  public struct Place: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Change of the share of travellers who come here.
    public var reach: Estimate
    /// Change of the dissatisfaction that arises here, as a share of all dissatisfaction today; nil without quality.
    public var dissatisfaction: Estimate?

    /// Creates it from its parts.
    public init(name: String, reach: Estimate, dissatisfaction: Estimate? = nil) {
      self.name = name
      self.reach = reach
      self.dissatisfaction = dissatisfaction
    }
  }

  /// An outcome that more or fewer journeys end in.
  public struct End: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Change of the share of travellers who end so.
    public var share: Estimate

    /// Creates it from its parts.
    public init(name: String, share: Estimate) {
      self.name = name
      self.share = share
    }
  }

  /// The variant's name.
  public var name: String
  /// The analyst's reason.
  public var because: String?
  /// The journey after the change.
  public var journey: Journey
  /// Moves that changed for somebody, entries included; all others changed by exactly 0.
  public var moves: [Move]
  /// Touchpoints of both worlds.
  public var places: [Place]
  /// Outcomes of both worlds.
  public var ends: [End]

  /// Creates it from its parts.
  public init(
    name: String,
    because: String? = nil,
    journey: Journey,
    moves: [Move],
    places: [Place],
    ends: [End]
  ) {
    self.name = name
    self.because = because
    self.journey = journey
    self.moves = moves
    self.places = places
    self.ends = ends
  }
}
