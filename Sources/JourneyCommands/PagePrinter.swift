import Foundation

/// Prints a page as PDF through a browser without a window.
package struct PagePrinter: Sendable {
  /// The browser's path.
  private let browser: String
  /// How long it may take.
  private let limit: Duration

  /// A printer that ends the browser after a while.
  package init(browser: String, limit: Duration = .seconds(120)) {
    self.browser = browser
    self.limit = limit
  }

  /// The page as PDF. The browser gets a profile of its own, which is thrown away afterwards, and no network.
  ///
  /// - Throws: `PrintingFailure` where the browser fails, takes too long, or writes what is no whole PDF;
  ///   `CancellationError`, after the browser was ended.
  package func pdf(of page: String) async throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "journey-print-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(page.utf8).write(to: source)
    } catch { throw PrintingFailure("the page could not be laid ready for printing in \(folder.path)") }
    try await run(Self.arguments(source, target, profile: folder.appending(path: "profile")))
    guard let data = try? Data(contentsOf: target) else {
      throw PrintingFailure("\(browser) ended without writing a PDF")
    }
    let bytes = Array(data)
    guard Self.isWhole(bytes) else { throw PrintingFailure("\(browser) did not write a whole PDF") }
    return bytes
  }

  /// Whether bytes begin and end as a PDF does; white space may follow its end.
  package static func isWhole(_ bytes: [UInt8]) -> Bool {
    let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
    let end = bytes.lastIndex { !blanks.contains($0) } ?? 0
    return bytes.starts(with: Array("%PDF".utf8)) && bytes[...end].suffix(5).elementsEqual("%%EOF".utf8)
  }

  private static func arguments(_ source: URL, _ target: URL, profile: URL) -> [String] {
    [
      "--headless", "--disable-gpu", "--user-data-dir=\(profile.path)", "--no-first-run",
      "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-component-update",
      "--disable-background-networking",
      // The page asks for nothing; this is for the browser itself.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--print-to-pdf=\(target.path)",
    ]
      // Chromium refuses its own sandbox to the superuser.
      + (geteuid() == 0 ? ["--no-sandbox"] : []) + [source.absoluteString]
  }

  private func run(_ arguments: [String]) async throws {
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw PrintingFailure("\(browser) could not be started") }
    let deadline = ContinuousClock.now + limit
    while true {
      // Whether time is up is asked before whether the browser runs: a machine that was busy, or asleep, wakes this
      // late, and must not blame a browser that has ended meanwhile.
      let isLate = ContinuousClock.now > deadline
      if !process.isRunning { break }
      if isLate {
        Self.end(process)
        throw PrintingFailure(
          "\(browser) took longer than \(limit.formatted(.units(allowed: [.seconds], width: .wide))) and was ended"
        )
      }
      do { try await Task.sleep(for: .milliseconds(20)) } catch {
        Self.end(process)
        throw error
      }
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw PrintingFailure("\(browser) failed with exit code \(process.terminationStatus)")
    }
  }

  /// Ends a browser and the processes that it started, which are of its group where it has one.
  private static func end(_ process: Process) {
    let pid = process.processIdentifier
    kill(getpgid(pid) == pid ? -pid : pid, SIGKILL)
    process.waitUntilExit()
  }
}
