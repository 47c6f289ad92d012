import Foundation
import JourneyCalibration
import JourneyEventLog
import JourneyTestSupport
import Testing

/// Logs from outside and the directly-follows graphs that another tool computed from them.
enum ReferenceLog {
  static let ecom = "log-ecom-clickstream"
  static let loans = "log-loanapp-train-test"
  static let running = "log-running-example"

  static func isHere(_ folder: String) -> Bool { ProjectFiles.outsideData(folder) != nil }

  static func path(_ folder: String, _ file: String) throws -> String {
    try #require(ProjectFiles.outsideData(folder)).appending(path: file).path
  }

  /// The web shop's sessions.
  static func sessions() throws -> EventLog {
    let mapping = ColumnMapping(case: "session_id", activity: "event", time: "timestamp")
    return try EventLog(path: try path(ecom, "ecom.csv.gz"), mapping: mapping)
  }

  /// The loan applications: the log to learn from and the log to be compared with.
  static func loanLogs() throws -> [EventLog] {
    let mapping = ColumnMapping(case: "case_id", activity: "activity", time: "end_time")
    return try ["train", "test"].map { part in
      try EventLog(path: try path(loans, "LoanApp_simplified_\(part).csv.gz"), mapping: mapping)
    }
  }

  /// The parts of a reference file that tests compare with.
  struct Graph: Decodable {
    var cases: Int
    var events: Int
    var same_timestamp_successors_within_case: Int
    var start_activities: [String: Int]
    var end_activities: [String: Int]
    var dfg: [Arc]

    struct Arc: Decodable {
      var from: String
      var to: String
      var count: Int
    }

    init(_ folder: String, _ file: String) throws {
      let data = try Data(contentsOf: URL(filePath: try ReferenceLog.path(folder, file)))
      self = try JSONDecoder().decode(Graph.self, from: data)
    }

    var edges: [LogTally.Edge: Int] {
      Dictionary(dfg.map { (LogTally.Edge(from: $0.from, to: $0.to), $0.count) }, uniquingKeysWith: +)
    }
  }
}
