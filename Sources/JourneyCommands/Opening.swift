import Foundation
import JourneyDiagnostics

/// Shows a file or an address in the program that people have for it.
enum Opening {
  #if os(macOS)
    private static let command = "open"
  #else
    private static let command = "xdg-open"
  #endif

  /// How long the command may take to say that it has nothing to show a page with; a browser may run on.
  private static let patience = Duration.seconds(5)

  /// Shows a place, or says in a sentence where the page is. What the command writes is for nobody to read.
  ///
  /// - Parameter name: what people call the place.
  static func show(_ name: String, at place: String) async {
    if await starts(place) { return }
    Terminal.note("note: no browser could be started; the page is at \(DisplayText.safe(name))\n")
  }

  private static func starts(_ place: String) async -> Bool {
    guard let program = Browser.program(command) else { return false }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [place]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    let deadline = ContinuousClock.now + patience
    while process.isRunning, ContinuousClock.now < deadline {
      guard (try? await Task.sleep(for: .milliseconds(20))) != nil else { break }
    }
    return process.isRunning || process.terminationStatus == 0
  }
}
