import ArgumentParser
import Foundation
import JourneyDiagnostics

/// Ends a command with a sentence on standard error.
enum Complaint {
  static func end(_ message: String, _ code: ExitCode) throws -> Never {
    FileHandle.standardError.write(Data("error: \(DisplayText.safe(message))\n".utf8))
    throw code
  }
}
