import ArgumentParser
import JourneyDiagnostics

/// Ends a command with a sentence on standard error.
enum Complaint {
  static func end(_ message: String, _ code: ExitCode) throws -> Never {
    Terminal.note("error: \(DisplayText.safe(message))\n")
    throw code
  }
}
