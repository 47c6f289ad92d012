/// What a draw is for: the one table of every purpose and of the meaning of its four words.
///
/// The raw value is part of every result: adding a purpose is free, renumbering one changes all answers.
///
/// | purpose | site | word 0 | word 1 | word 2 | word 3 |
/// | --- | --- | --- | --- | --- | --- |
/// | `visit` | touchpoint, or the start | route | quality | duration | leave |
/// | `pain` | pain point | hit | sends to | delay | severity |
/// | `traveller` | the traveller | persona | heterogeneity | free | free |
/// | `staffedChannel` (reserved) | channel's touchpoint | offered wait | patience | retry | free |
/// | `plainWalk` | the traveller | step 4n | step 4n + 1 | step 4n + 2 | step 4n + 3 |
/// | `redraw` | touchpoint, or the start | route among what is still open | free | free | free |
/// | `order` | the traveller | place 4n | place 4n + 1 | place 4n + 2 | place 4n + 3 |
/// | `input` | an input, by its path | value | free | free | free |
/// | `resample` | none | place 4n | place 4n + 1 | place 4n + 2 | place 4n + 3 |
/// | `screen` | an input, by its path | start | direction | order | free |
///
/// For the last three the traveller is the number of the draw, of the resample or of the trajectory.
@frozen
public enum DrawPurpose: UInt8, CaseIterable, Sendable {
  /// A visit to a touchpoint, or the choice of the first one.
  case visit = 0
  /// A pain point's chance at one visit to its touchpoint.
  case pain = 1
  /// What a traveller is, drawn once per traveller.
  case traveller = 2
  /// Waiting at a staffed channel. Reserved: no draw has this purpose yet.
  case staffedChannel = 3
  /// Four steps of a walk in which nothing but the route is random.
  case plainWalk = 8
  /// The second choice of those whose first choice was closed.
  case redraw = 9
  /// The order in which changes are added for a traveller, to share out what they bring together.
  case order = 10
  /// The value of an uncertain input in one draw of all inputs; the traveller is the number of the draw.
  case input = 11
  /// Which draws of the inputs stand in for all, to say how sure a figure made from them is.
  case resample = 12
  /// Where a screening trajectory starts and in which order its inputs move.
  case screen = 13

  /// What each of the four words decides; nil where a word is free.
  public var words: [String?] {
    switch self {
    case .visit: ["route", "quality", "duration", "leave"]
    case .pain: ["hit", "sends to", "delay", "severity"]
    case .traveller: ["persona", "heterogeneity", nil, nil]
    case .staffedChannel: ["offered wait", "patience", "retry", nil]
    case .plainWalk: ["step 4n", "step 4n + 1", "step 4n + 2", "step 4n + 3"]
    case .redraw: ["route", nil, nil, nil]
    case .order: ["place 4n", "place 4n + 1", "place 4n + 2", "place 4n + 3"]
    case .input: ["value", nil, nil, nil]
    case .resample: ["place 4n", "place 4n + 1", "place 4n + 2", "place 4n + 3"]
    case .screen: ["start", "direction", "order", nil]
    }
  }
}

/// The name of four draws: who, in which period, where, the how-manieth time, what for.
///
/// The counter words are (visit, site, low 32 bits of the traveller, high 12 bits of the traveller | 12 bits of
/// period | 8 bits of purpose), so two addresses that differ in any part never share a draw.
@frozen
public struct DrawAddress: Equatable, Sendable {
  /// How many travellers can be told apart: 2^44.
  public static let travellerLimit: UInt64 = 1 << 44
  /// How many periods can be told apart: 4,096.
  public static let periodLimit: UInt32 = 1 << 12

  /// How many visits to the site came before this one, in this period.
  public var visit: UInt32
  /// The stable number of the place.
  public var site: UInt32
  /// The traveller's number, below `travellerLimit`.
  public var traveller: UInt64
  /// The period, below `periodLimit`; 0 is the first journey.
  public var period: UInt32
  /// What the draws are for.
  public var purpose: DrawPurpose

  /// An address. `visit` counts visits to that site in that period; parts beyond their limits wrap around.
  @inlinable
  public init(visit: UInt32, site: UInt32, traveller: UInt64, period: UInt32, purpose: DrawPurpose) {
    self.visit = visit
    self.site = site
    self.traveller = traveller
    self.period = period
    self.purpose = purpose
  }

  /// The third counter word: the low half of the traveller's number.
  @inlinable
  @inline(__always)
  public static func travellerWord(_ traveller: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: traveller)
  }

  /// The fourth counter word: the rest of the traveller's number, the period and the purpose.
  @inlinable
  @inline(__always)
  public static func lastWord(traveller: UInt64, period: UInt32, purpose: DrawPurpose) -> UInt32 {
    UInt32(truncatingIfNeeded: (traveller >> 32) & 0xFFF) << 20
      | (period & 0xFFF) << 8
      | UInt32(purpose.rawValue)
  }

  /// The four counter words of this address.
  @inlinable
  public var words: PhiloxBlock {
    PhiloxBlock(
      visit,
      site,
      Self.travellerWord(traveller),
      Self.lastWord(traveller: traveller, period: period, purpose: purpose)
    )
  }
}

extension Philox4x32 {
  /// The four draws at an address.
  @inlinable
  @inline(__always)
  public func block(at address: DrawAddress) -> PhiloxBlock {
    block(
      address.visit,
      address.site,
      DrawAddress.travellerWord(address.traveller),
      DrawAddress.lastWord(
        traveller: address.traveller,
        period: address.period,
        purpose: address.purpose
      )
    )
  }
}

extension PhiloxBlock {
  // A visit.

  /// Of a visit: where to next. Also the new choice of a redraw.
  @inlinable public var route: UInt32 { x0 }
  /// Of a visit: the quality met.
  @inlinable public var quality: UInt32 { x1 }
  /// Of a visit: how long it takes.
  @inlinable public var duration: UInt32 { x2 }
  /// Of a visit: whether the traveller gives up.
  @inlinable public var leave: UInt32 { x3 }

  // A pain point.

  /// Of a pain point: whether it happens.
  @inlinable public var hit: UInt32 { x0 }
  /// Of a pain point: where it sends those it hits.
  @inlinable public var sendsTo: UInt32 { x1 }
  /// Of a pain point: the time it costs.
  @inlinable public var delay: UInt32 { x2 }
  /// Of a pain point: how many points it hurts.
  @inlinable public var severity: UInt32 { x3 }

  // A traveller.

  /// Of a traveller: the persona.
  @inlinable public var persona: UInt32 { x0 }
  /// Of a traveller: the place in the distribution of loyalty.
  @inlinable public var heterogeneity: UInt32 { x1 }
}
