/// A column of the grid.
public struct StageHeader: Sendable, Equatable {
  /// The stage's name.
  public var name: String
  /// A short fact at the right, e.g. "82% get here".
  public var note: String

  /// A column with its name and a short fact.
  public init(name: String, note: String = "") {
    self.name = name
    self.note = note
  }
}

/// A row of the grid: one channel.
public struct Lane: Sendable, Equatable {
  /// The channel's name.
  public var name: String
  /// Its sign; nil takes the sign of the colour slot.
  public var glyph: String?
  /// Its colour.
  public var colour: LaneColour

  /// A lane in a colour; without a glyph it takes the sign of its slot.
  public init(name: String, glyph: String? = nil, colour: LaneColour) {
    self.name = name
    self.glyph = glyph
    self.colour = colour
  }
}

/// The colour of a channel.
public enum LaneColour: Sendable, Equatable {
  /// One of the checked colours, counted from 0; from the sixth on they repeat with an outlined sign.
  case slot(Int)
  /// The reader's own colours, as "#RRGGBB".
  case custom(light: String, dark: String)
}

/// One way in which a journey ends.
public struct OutcomeBox: Sendable, Equatable {
  /// What `Flow.to` names.
  public var id: String
  /// The outcome's name.
  public var name: String
  /// The large figure, e.g. "14.5%".
  public var value: String
  /// The small line under the name, e.g. "95% CI 14.4 to 14.7".
  public var interval: String
  /// What it means for the company.
  public var kind: Kind
  /// Full text for a pointer that rests on the box.
  public var tooltip: String

  /// What an outcome means for the company.
  public enum Kind: String, Sendable, CaseIterable {
    /// What the journey is for.
    case goal
    /// A customer lost.
    case loss
    /// Neither.
    case neutral
    /// Gone before the end: flows to it are written in the cards, not drawn.
    case left
  }

  /// An end of a journey with its figure in words.
  public init(
    id: String,
    name: String,
    value: String = "",
    interval: String = "",
    kind: Kind,
    tooltip: String = ""
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.interval = interval
    self.kind = kind
    self.tooltip = tooltip
  }
}
