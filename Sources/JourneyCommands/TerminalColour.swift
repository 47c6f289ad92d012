import Foundation

/// Whether colour is wanted on standard output: a terminal that is not `dumb`, and `NO_COLOR` unset or empty.
enum TerminalColour {
  static var isWanted: Bool { isWanted(on: STDOUT_FILENO) }

  static func isWanted(on descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }
}
