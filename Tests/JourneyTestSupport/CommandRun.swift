import Foundation

/// One run of the built `journey` command.
public struct CommandRun: Sendable {
  /// What it wrote to standard output.
  public var output: String
  /// What it wrote to standard error.
  public var errors: String
  /// Its exit code.
  public var exitCode: Int32
  /// Whether a signal ended it before it could end itself.
  public var wasKilled: Bool

  /// Seconds after which a run is ended by force.
  private static let longestRun = 300.0

  /// Runs the command that was built beside the tests.
  ///
  /// - Parameters:
  ///   - input: its standard input.
  ///   - folder: where it runs; the tests' own folder unless given.
  ///   - environment: added to a bare one without `NO_COLOR`, instead of `NO_COLOR=1`.
  public init(
    _ arguments: [String],
    input: String = "",
    folder: URL? = nil,
    environment: [String: String] = ["NO_COLOR": "1"]
  ) throws {
    try self.init(arguments, input: input, folder: folder, environment: environment, interrupt: nil)
  }

  private init(
    _ arguments: [String],
    input: String,
    folder: URL?,
    environment: [String: String],
    interrupt: Double?
  ) throws {
    let process = Process()
    process.executableURL = Self.command
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    let files = try (0..<3).map { _ in try Self.emptyFile() }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    // Files, unlike pipes, never fill up.
    try Data(input.utf8).write(to: files[0])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    if let interrupt {
      Thread.sleep(forTimeInterval: interrupt)
      kill(process.processIdentifier, SIGINT)
    }
    // A command that hangs is a failed test, not a test that never ends.
    let limit = Date.now.addingTimeInterval(Self.longestRun)
    while process.isRunning, Date.now < limit { Thread.sleep(forTimeInterval: 0.01) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    output = try String(contentsOf: files[1], encoding: .utf8)
    errors = try String(contentsOf: files[2], encoding: .utf8)
    exitCode = process.terminationStatus
    wasKilled = process.terminationReason == .uncaughtSignal
  }

  /// Runs a command that takes long, and sends it the signal of Ctrl-C once it is on its way.
  ///
  /// A command that has not begun to listen is killed by the signal; on a busy machine it gets more time, once.
  public static func interrupted(
    _ arguments: [String],
    input: String = "",
    folder: URL? = nil,
    environment: [String: String] = ["NO_COLOR": "1"]
  ) throws -> CommandRun {
    func run(after seconds: Double) throws -> CommandRun {
      try CommandRun(arguments, input: input, folder: folder, environment: environment, interrupt: seconds)
    }
    let first = try run(after: 2)
    return first.wasKilled ? try run(after: 15) : first
  }

  static func emptyFile() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: url)
    return url
  }

  /// The command beside the running test bundle.
  static var command: URL {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "journey")
  }
}
