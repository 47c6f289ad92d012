import Foundation

/// One run of the built `journey` command.
public struct CommandRun: Sendable {
  /// What it wrote to standard output.
  public var output: String
  /// What it wrote to standard error.
  public var errors: String
  /// Its exit code.
  public var exitCode: Int32

  /// Runs the command that was built beside the tests; `input` is its standard input.
  public init(_ arguments: [String], input: String = "") throws {
    let process = Process()
    process.executableURL = Self.command
    process.arguments = arguments
    process.environment = ["NO_COLOR": "1", "PATH": "/usr/bin:/bin"]
    let files = try (0..<3).map { _ in try Self.emptyFile() }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    // Files, unlike pipes, never fill up.
    try Data(input.utf8).write(to: files[0])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    output = try String(contentsOf: files[1], encoding: .utf8)
    errors = try String(contentsOf: files[2], encoding: .utf8)
    exitCode = process.terminationStatus
  }

  private static func emptyFile() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: url)
    return url
  }

  /// The command beside the running test bundle.
  private static var command: URL {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "journey")
  }
}
