/// What a drawing shows of all moves and touchpoints, and what it leaves out.
public struct Coverage: Sendable, Equatable {
  /// Touchpoints with a card of their own, and all.
  public internal(set) var touchpoints: (shown: Int, all: Int) = (0, 0)
  /// Transitions with a line of their own, and all that were used.
  public internal(set) var transitions: (shown: Int, all: Int) = (0, 0)
  /// Share of all moves that lie on shown lines, 0 to 1; 1 when there are no moves.
  public internal(set) var moves = 1.0
  /// Flows under this share of journeys are hidden; 0 when none is.
  public internal(set) var threshold = 0.0
  /// Whether smaller flows are shown where a touchpoint or an outcome would have no line at all.
  var hasLifelines = false

  /// Whether the busiest touchpoints are the ones that are shown; a page about a stage shows that stage's.
  var showsBusiest = true

  /// Equal when every figure is.
  public static func == (left: Coverage, right: Coverage) -> Bool {
    left.touchpoints == right.touchpoints && left.transitions == right.transitions
      && left.moves == right.moves
      && left.threshold == right.threshold
  }

  /// The same in words, for the caption; empty when nothing is hidden.
  public var sentence: String {
    if transitions.all == 0 { return "No journey moves between these touchpoints." }
    let isFolded = touchpoints.shown < touchpoints.all
    guard isFolded || transitions.shown < transitions.all else { return "" }
    // Rounded down, so that "100%" is never said of a part.
    let share = "\(Int((moves * 100).rounded(.down)))% of all moves shown"
    if isFolded {
      return
        shownTouchpoints + " and "
        + "\(Self.grouped(transitions.shown)) of \(Self.grouped(transitions.all)) transitions (\(share))."
    }
    guard threshold > 0 else {
      return "\(transitions.shown) of \(transitions.all) transitions drawn (\(share))."
    }
    let exception = hasLifelines ? ", except where a card would have none" : ""
    return "Flows under \(Self.percent(threshold)) of journeys hidden\(exception) (\(share))."
  }

  private var shownTouchpoints: String {
    let (shown, all) = (Self.grouped(touchpoints.shown), Self.grouped(touchpoints.all))
    return showsBusiest ? "The \(shown) busiest of \(all) touchpoints" : "\(shown) of \(all) touchpoints"
  }

  /// The same for moves that stand in the background of a difference.
  var greySentence: String {
    if touchpoints.shown < touchpoints.all {
      return shownTouchpoints + "."
    }
    return threshold > 0 ? "Grey moves under \(Self.percent(threshold)) of journeys hidden." : ""
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    return DotNumber.text(Double(hundredths) / 100) + "%"
  }

  static func grouped(_ count: Int) -> String {
    var digits = Array(String(count))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
