/// One touchpoint.
public struct Card: Sendable, Equatable {
  /// What flows and entries name; also the drawing's element id, made safe.
  public var id: String
  /// The touchpoint's name; long names wrap or end in "…".
  public var name: String
  /// Index into the picture's stages.
  public var stage: Int
  /// Index into the picture's lanes.
  public var lane: Int
  /// Second line, left: "18% of journeys", "41% of visits bad", "+8.1 pts", "no real change".
  public var left: String
  /// Second line, right: "27% leave". Drawn by the map only.
  public var right: String
  /// How visits felt. Drawn by the map only.
  public var feelings: Feelings?
  /// A small coloured figure at the lower right (map and difference).
  public var chip: Chip?
  /// The worst pain point and how often a visit meets it (map and hotspots).
  public var painTab: String?
  /// Heat of the whole card (hotspots).
  public var heat: Heat?
  /// Which way the touchpoint changed; nil when it did not (difference).
  public var change: Change?
  /// Full text for a pointer that rests on the card.
  public var tooltip: String
  /// Draw it in the background's voice, whatever the view.
  public var isGrey: Bool
  /// Keep its place free and draw nothing there: a touchpoint that only another picture of the journey has.
  public var isAbsent = false
  /// Whether the layout keeps room for a pain tab, in this picture or in another one of the same journey.
  public var hasTabRoom: Bool
  /// Mean satisfaction of a visit, 0 to 100; only text forms show it as a figure.
  public var score: Double?

  /// A touchpoint; what is left out is not drawn.
  public init(
    id: String,
    name: String,
    stage: Int = 0,
    lane: Int = 0,
    left: String = "",
    right: String = "",
    feelings: Feelings? = nil,
    chip: Chip? = nil,
    painTab: String? = nil,
    heat: Heat? = nil,
    change: Change? = nil,
    tooltip: String = "",
    isGrey: Bool = false,
    hasTabRoom: Bool = true,
    score: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.stage = stage
    self.lane = lane
    self.left = left
    self.right = right
    self.feelings = feelings
    self.chip = chip
    self.painTab = painTab
    self.heat = heat
    self.change = change
    self.tooltip = tooltip
    self.isGrey = isGrey
    self.hasTabRoom = hasTabRoom
    self.score = score
  }
}

/// Shares of visits by feeling, in any unit: only the proportions are drawn.
public struct Feelings: Sendable, Equatable {
  /// Very bad, bad, neutral, good, very good; negative and non-finite shares count as 0.
  public var shares: [Double]

  /// Shares from very bad to very good.
  public init(veryBad: Double, bad: Double, neutral: Double, good: Double, veryGood: Double) {
    shares = [veryBad, bad, neutral, good, veryGood].map { $0.isFinite ? max(0, $0) : 0 }
  }
}

/// A small coloured figure.
public struct Chip: Sendable, Equatable {
  /// At most five characters are drawn.
  public var text: String
  /// What its colour says.
  public var tone: Tone

  /// What a chip's colour says.
  public enum Tone: Sendable, Equatable {
    /// A heat class, 0 (least) to 6.
    case heat(Int)
    /// Less pain than before.
    case better
    /// More pain than before.
    case worse
  }

  /// A figure and what its colour says.
  public init(text: String, tone: Tone) {
    self.text = text
    self.tone = tone
  }
}

/// How much of all dissatisfaction a touchpoint holds.
public struct Heat: Sendable, Equatable {
  /// Heat class, 0 (least) to 6; see `HeatScale`.
  public var level: Int
  /// The figure in words, e.g. "14%".
  public var text: String
  /// 1 for the worst; drawn for the first five.
  public var rank: Int?

  /// A heat class with its figure and, for the worst, a rank.
  public init(level: Int, text: String, rank: Int? = nil) {
    self.level = level
    self.text = text
    self.rank = rank
  }
}

/// Direction of a change against the other scenario.
public enum Change: String, Sendable, CaseIterable {
  case more, fewer
}
