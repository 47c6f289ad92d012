import JourneyDiagram
import JourneyModel
import JourneyStatistics

/// A report as data: what it says, in the order in which it says it. Every renderer reads this one.
public struct ReportDocument: Sendable {
  /// The journey's name.
  public var title: String
  /// Where the figures come from, in a few words each.
  public var provenance: [String]
  /// The finding and what it rests on.
  public var verdict: Verdict
  /// The stages from first to last, and how many travellers get to each on a first journey ("choose 74%").
  public var route: [String]
  /// What convinces people who read one screen.
  public var board: Board
  /// The figures most readers want.
  public var keyFigures: [KeyFigure]
  /// The parts that have data, in reading order.
  public var sections: [ReportSection]
  /// The lanes of its pictures.
  public var lanes: [Lane]
  /// The last line.
  public var colophon: String

  /// The part with an id, or nil where it had no data.
  public func section(_ id: ReportSection.ID) -> ReportSection? { sections.first { $0.id == id } }
}

/// What a report comes to.
public struct Verdict: Sendable, Hashable {
  /// One sentence.
  public var headline: String
  /// The figures behind it.
  public var explanation: [Phrase]

  /// Creates a verdict.
  public init(headline: String, explanation: [Phrase]) {
    self.headline = headline
    self.explanation = explanation
  }

  /// The explanation as plain text.
  public var explanationText: String { explanation.map(\.text).joined() }
}

/// A run of words in one voice.
public struct Phrase: Sendable, Hashable {
  /// The words.
  public var text: String
  /// Whether they carry the message.
  public var isStrong: Bool

  /// Plain words.
  public static func plain(_ text: String) -> Phrase { Phrase(text: text, isStrong: false) }

  /// Words that carry the message.
  public static func strong(_ text: String) -> Phrase { Phrase(text: text, isStrong: true) }
}

/// One figure on the first screen.
public struct KeyFigure: Sendable, Hashable {
  /// Which figure.
  public var metric: MetricID
  /// What it is called.
  public var label: String
  /// Its value.
  public var estimate: Estimate
  /// The value in words.
  public var figure: Figure
  /// The range with uncertain inputs in words, if they were drawn.
  public var plausible: String?
  /// The wish it is held against, if any.
  public var target: TargetMark?
}

/// How a wish stands, in words.
public struct TargetMark: Sendable, Hashable {
  /// The wish ("at least 43%").
  public var wish: String
  /// Met, missed or undecided.
  public var tone: Tone

  /// Sign and words ("✗ target at least 43%").
  public var text: String {
    switch tone {
    case .good: "✓ target \(wish)"
    case .bad: "✗ target \(wish)"
    case .open, .plain, .faint: "? target \(wish): undecided"
    }
  }
}

/// How something is to be read, beyond its words.
public enum Tone: String, Sendable, Hashable {
  /// Neither good nor bad.
  case plain
  /// Better, or as wished.
  case good
  /// Worse, or not as wished.
  case bad
  /// Not settled by the figures.
  case open
  /// In the background.
  case faint
}
