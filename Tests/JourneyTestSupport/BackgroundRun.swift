import Foundation

/// A run of the built `journey` command that goes on until it is ended.
public final class BackgroundRun: @unchecked Sendable {
  private let process: Process
  private let files: [URL]

  /// Starts the command that was built beside the tests.
  public init(_ arguments: [String], folder: URL) throws {
    let process = Process()
    process.executableURL = CommandRun.command
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"]
    process.currentDirectoryURL = folder
    files = try (0..<2).map { _ in try CommandRun.emptyFile() }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    self.process = process
  }

  /// What it has written to standard output so far.
  public var output: String { text(0) }

  /// What it has written to standard error so far.
  public var errors: String { text(1) }

  private func text(_ file: Int) -> String { (try? String(contentsOf: files[file], encoding: .utf8)) ?? "" }

  /// Waits until standard output holds a match; nil where the run ends before, or after 300 seconds.
  public func firstMatch(of pattern: Regex<Substring>) async throws -> String? {
    let limit = ContinuousClock.now + .seconds(300)
    while true {
      // Asked before the output is read: tests that keep each other waiting wake this one late.
      let isLast = ContinuousClock.now >= limit || !process.isRunning
      if let match = output.firstMatch(of: pattern) { return String(match.output) }
      if isLast { return nil }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Sends the signal that Ctrl-C sends, and gives the exit code; -1 where it does not end within 120 seconds.
  public func interrupt() -> Int32 {
    kill(process.processIdentifier, SIGINT)
    let limit = ContinuousClock.now + .seconds(120)
    while process.isRunning, ContinuousClock.now < limit { Thread.sleep(forTimeInterval: 0.02) }
    guard !process.isRunning, process.terminationReason == .exit else { return -1 }
    return process.terminationStatus
  }

  /// Ends it by force, and removes what it wrote.
  public func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    for file in files { try? FileManager.default.removeItem(at: file) }
  }
}
