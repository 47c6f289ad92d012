import JourneyEventLog
import JourneyModel

/// A scenario fitted to a log: the file's text, and the decisions behind it.
public struct ScenarioFit: Sendable {
  /// Where the counts come from, for the head of the file.
  public struct Provenance: Sendable, Hashable {
    /// The log's file name.
    public var file: String
    /// Rows of the log.
    public var rows: Int
    /// The first and the last event, in microseconds since 1970.
    public var period: ClosedRange<Int64>
    /// The command that was run.
    public var command: String
    /// Further remarks, one per line.
    public var remarks: [String]

    /// Creates a provenance.
    public init(file: String, rows: Int, period: ClosedRange<Int64>, command: String, remarks: [String] = [])
    {
      self.file = file
      self.rows = rows
      self.period = period
      self.command = command
      self.remarks = remarks
    }
  }

  /// The count below which a move is called rare.
  public static let rareCount = 30

  /// The scenario as YAML.
  public private(set) var yaml = ""
  /// The cap written as `longest journey`.
  public let cap: FittedChain.Cap
  /// The time law of each touchpoint that has one.
  public let stays: [String: StayLaw]
  /// Number of different moves between touchpoints.
  public let transitionCount: Int
  /// Moves between touchpoints that were seen fewer than 30 times.
  public let rareTransitionCount: Int

  private let tally: LogTally
  private let vocabulary: Vocabulary
  private let visits: [String: Int]
  private let touchpoints: [String]

  /// Fits a scenario to a tally.
  ///
  /// The weights of each row are its counts: the maximum-likelihood estimate of a first-order chain (Anderson and
  /// Goodman 1957), and the evidence at the same time.
  ///
  /// - Complexity: O(moves log moves + events log events).
  public init(_ tally: LogTally, vocabulary: Vocabulary, name: String, provenance: Provenance) {
    self.tally = tally
    self.vocabulary = vocabulary
    let visits = tally.visits
    self.visits = visits
    touchpoints = tally.touchpoints.sorted { left, right in
      let (first, second) = (visits[left] ?? 0, visits[right] ?? 0)
      return first != second ? first > second : left.precedesCanonically(right)
    }
    cap = FittedChain(tally).cap(longestCase: tally.lengths.keys.max() ?? 0)
    stays = tally.stays.compactMapValues(StayLaw.init)
    let counts = tally.directlyFollows.values
    transitionCount = counts.count
    rareTransitionCount = counts.count { $0 < Self.rareCount }
    yaml = written(name: name, provenance)
  }

  // MARK: The file

  private func written(name: String, _ provenance: Provenance) -> String {
    var text = ScenarioText()
    let (first, last) = (provenance.period.lowerBound, provenance.period.upperBound)
    let period =
      "\(Timestamp.describeDay(microseconds: first)) to \(Timestamp.describeDay(microseconds: last))"
    let cases = "\(grouped(tally.events)) events of \(grouped(tally.cases)) cases"
    text.comment("Fitted from an event log; edit it like any other scenario.")
    text.comment("Log:     \(provenance.file), \(grouped(provenance.rows)) rows; \(cases), \(period)")
    text.comment("Command: \(provenance.command)")
    for remark in provenance.remarks { text.comment(remark) }
    text.comment(
      "The weights under `paths` are counts of moves, so a row's shares are the log's own, and as sure as its counts."
    )
    text.comment("`takes` is the time from an event to the next of its case, as median..90th percentile.")
    text.blank()
    text.entry("journey", .text(name))
    text.entry("about", .text("Fitted to \(cases) of \(provenance.file), \(period)"))
    text.blank()
    text.mapping("run") { text in
      text.entry("travellers", .words("100000"))
      text.entry("seed", .words("1"))
      let longest = "longest case: \(grouped(tally.lengths.keys.max() ?? 0)) visits"
      let beyond = "; beyond \(grouped(cap.visits)): \(share(cap.shareBeyond)) of fitted journeys"
      text.entry("longest journey", .words("\(cap.visits) visits"), comment: longest + beyond)
    }
    writeChannels(&text)
    writeOutcomes(&text)
    writeTouchpoints(&text)
    writePaths(&text)
    return text.text
  }

  private func writeChannels(_ text: inout ScenarioText) {
    var events: [String: Int] = [:]
    for touchpoint in touchpoints {
      if let share = vocabulary.channelOfTouchpoint[touchpoint] {
        events[share.channel, default: 0] += share.inChannel
      }
    }
    guard !events.isEmpty else { return }
    text.blank()
    text.mapping("channels") { text in
      for channel in events.keys.sorted(by: { $0.precedesCanonically($1) }) {
        text.entry(channel, .entries([]), comment: counted(events[channel] ?? 0, "event", "events"))
      }
    }
  }

  private func writeOutcomes(_ text: inout ScenarioText) {
    text.blank()
    text.mapping("outcomes") { text in
      let counts = tally.outcomes
      for outcome in vocabulary.outcomes {
        let count = counts[outcome.name] ?? 0
        let isEnded = outcome.name == Vocabulary.endedName
        guard count > 0 || !isEnded else { continue }
        let words = isEnded ? ": the last event seen, which need not be a decision" : ""
        let comment = "\(counted(count, "case", "cases")), \(percent(count, of: tally.cases))\(words)"
        text.entry(outcome.name, .words(outcome.kind.rawValue), comment: comment)
      }
    }
  }

  private func writeTouchpoints(_ text: inout ScenarioText) {
    text.blank()
    text.mapping("touchpoints") { text in
      for touchpoint in touchpoints {
        var entries: [(key: String, value: ScenarioText.Value)] = []
        if let share = vocabulary.channelOfTouchpoint[touchpoint] {
          entries.append(("channel", .text(share.channel)))
        }
        if let stay = stays[touchpoint] { entries.append(("takes", .words(DurationText.text(stay.law)))) }
        text.entry(touchpoint, .entries(entries), comment: evidence(touchpoint))
      }
    }
  }

  private func writePaths(_ text: inout ScenarioText) {
    text.blank()
    text.mapping("paths") { text in
      writeRow(from: nil, named: "START", &text)
      for touchpoint in touchpoints { writeRow(from: touchpoint, named: touchpoint, &text) }
    }
  }

  private func writeRow(from: String?, named name: String, _ text: inout ScenarioText) {
    let options = tally.row(from: from)
    let total = options.reduce(0) { $0 + $1.count }
    let unit = from == nil ? ("case", "cases") : ("move", "moves")
    text.mapping(name, comment: counted(total, unit.0, unit.1)) { text in
      for option in options {
        let comment = "\(counted(option.count, unit.0, unit.1)), \(percent(option.count, of: total))"
        text.entry(option.to.name, .words("\(option.count) seen"), comment: comment)
      }
    }
  }

  /// The counts and times behind one touchpoint.
  private func evidence(_ touchpoint: String) -> String {
    var words = [counted(visits[touchpoint] ?? 0, "visit", "visits")]
    if let share = vocabulary.channelOfTouchpoint[touchpoint], share.inChannel < share.events {
      words.append("\(percent(share.inChannel, of: share.events)) of them in this channel")
    }
    guard let durations = tally.stays[touchpoint], durations.count > 0 else {
      words.append("always the last event, so no times")
      return words.joined(separator: "; ")
    }
    let times = "\(grouped(durations.count)) timed"
    guard let stay = stays[touchpoint], let median = durations.quantileSeconds(0.5),
      let p90 = durations.quantileSeconds(0.9), let mean = durations.meanSeconds
    else {
      words.append("\(times), all 0")
      return words.joined(separator: "; ")
    }
    let figures = "median \(short(median)), 90% within \(short(p90)), mean \(short(mean))"
    switch stay.basis {
    case .constant: words.append("\(times), all equal")
    case .medianAndP90: words.append("\(times): \(figures)")
    case .medianAndMean: words.append("\(times): \(figures); median and mean kept")
    case .meanAlone: words.append("\(times): \(figures); mean kept")
    }
    return words.joined(separator: "; ")
  }

  private func short(_ seconds: Double) -> String { DurationText.text(seconds: seconds) }
}
