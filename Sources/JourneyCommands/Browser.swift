import Foundation

/// The browsers that can print a page without a window.
package enum Browser {
  /// The variable that names another one.
  static let variable = "JOURNEY_BROWSER"

  /// Commands, the most usual first.
  static let commands = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
    "microsoft-edge-stable",
  ]

  /// Where macOS keeps them.
  static let applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map {
    "Applications/\($0).app/Contents/MacOS/\($0)"
  }

  /// The path of a browser: the one that the variable names, else the first that is there.
  ///
  /// - Throws: `PrintingFailure` that says what to install.
  package static func found(
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(PrintingFailure) -> String {
    if let named = environment[variable], !named.isEmpty {
      if let path = program(named, in: environment) { return path }
      throw PrintingFailure("\(variable) names \(named), and there is no such program")
    }
    let homes = ["/"] + [environment["HOME"]].compactMap { $0 }.map { $0 + "/" }
    #if os(macOS)
      let installed = homes.flatMap { home in applications.map { home + $0 } }
    #else
      let installed: [String] = []
    #endif
    let path = commands.lazy.compactMap { program($0, in: environment) }.first
    if let path = path ?? installed.first(where: isProgram) { return path }
    throw PrintingFailure(
      "no browser is there to print the page as PDF: install Chromium (apt install chromium, "
        + "or brew install --cask chromium), or name one in \(variable)"
    )
  }

  /// The path of a command: itself where it is a path, else where the search path has it first.
  static func program(
    _ command: String,
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let folders = environment["PATH", default: ""].split(separator: ":")
    return (command.contains("/") ? [command] : folders.map { "\($0)/\(command)" }).first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}

/// Why a page could not be printed, for people.
package struct PrintingFailure: Error {
  /// One sentence without its full stop.
  package var message: String

  init(_ message: String) { self.message = message }
}
