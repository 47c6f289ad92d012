import JourneyCalibration
import JourneyEventLog
import JourneyModel

/// Small logs for tests.
enum TestLog {
  /// A log of cases written as words, one event a second.
  static func of(_ cases: [String]) throws -> EventLog {
    var text = "case,what,when\n"
    for (index, words) in cases.enumerated() {
      for (second, word) in words.split(separator: " ").enumerated() {
        let clock = Timestamp.describe(microseconds: Int64(second) * 1_000_000)
        text += "\(index),\(word),\(clock)\n"
      }
    }
    return try read(text)
  }

  /// A log with columns case, what and when, and perhaps via.
  static func read(_ text: String, channel: String? = nil) throws -> EventLog {
    let mapping = ColumnMapping(case: "case", activity: "what", time: "when", channel: channel)
    return try EventLog(MemorySource(Array(text.utf8)), file: "test.csv", mapping: mapping)
  }
}

extension LogTally {
  /// The tally of all cases of a log.
  init(_ log: EventLog, outcomes: [String: OutcomeKind] = [:]) throws {
    let cases = 0..<log.caseCount
    self.init(log, cases: cases, vocabulary: try Vocabulary(log, cases: cases, outcomes: outcomes))
  }
}
