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
    let folders = environment["PATH", default: ""].split(separator: ":").map(String.init)
    func path(_ command: String) -> String? {
      let places = command.contains("/") ? [command] : folders.map { "\($0)/\(command)" }
      return places.first(where: isProgram)
    }
    if let named = environment[variable], !named.isEmpty {
      if let path = path(named) { return path }
      throw PrintingFailure("\(variable) names \(named), and there is no such program")
    }
    let homes = ["/"] + [environment["HOME"]].compactMap { $0 }.map { $0 + "/" }
    #if os(macOS)
      let installed = homes.flatMap { home in applications.map { home + $0 } }
    #else
      let installed: [String] = []
    #endif
    if let path = commands.lazy.compactMap(path).first ?? installed.first(where: isProgram) { return path }
    throw PrintingFailure(
      "no browser is there to print the page as PDF: install Chromium (apt install chromium, "
        + "or brew install --cask chromium), or name one in \(variable)"
    )
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
