import ArgumentParser
import Foundation
import JourneyDiagnostics

/// Writes files whole or not at all.
enum OutputFile {
  /// Exit code where an output cannot be written.
  static let cannotWrite = ExitCode(73)

  /// Writes to a temporary file beside the target and renames it.
  ///
  /// - Throws: `ExitCode` 73 after saying why.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      Terminal.report(
        Diagnostic(
          code: "cannot-write",
          severity: .error,
          file: path,
          range: .fileStart,
          message: "“\(path)” cannot be written: \(error.localizedDescription)",
          fixes: [Diagnostic.Fix("check that the folder exists and may be written to")]
        )
      )
      throw cannotWrite
    }
  }
}
