import ArgumentParser
import Foundation
import JourneyDiagnostics
import JourneyReport
import JourneyWorkbench

/// `journey watch`: the report beside the editor.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Show a scenario's report in the browser, and anew whenever the file is saved.",
    discussion: """
      Examples:
        journey watch shop.yaml
        journey watch shop.yaml --open
        journey watch shop.yaml --port 8080 --travellers 50000

      A quick look with few travellers comes first, the precise figures follow; the page says which it shows. Files that
      the scenario extends are followed too. A file that cannot be run shows its findings, and the page comes back with
      the next save. Nothing is written to disk, and only browsers on this machine can see the page. Ctrl-C ends it.
      """
  )

  @Argument(help: "The scenario file.")
  var file: String

  @Option(help: "The port on 127.0.0.1 (default: one that is free).")
  var port: UInt16 = 0

  @Flag(help: "Open the page in the browser.")
  var open = false

  @OptionGroup var run: RunOptions

  @Option(help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  func validate() throws {
    if file == "-" { throw ValidationError("standard input cannot be watched; name a file") }
  }

  func run() async throws {
    let path = file
    // A file that goes missing later may come back; one that is not there now is a slip of the pen.
    if !FileManager.default.fileExists(atPath: path) { _ = try ScenarioLoading.load(path, edits: set) }
    let server: PageServer
    do {
      server = try PageServer(port: port, page: WatchPage.waiting(path, version: 1))
    } catch { try Complaint.end("no server could be made on port \(port)", .failure) }
    let work = WatchWork(file: path, edits: set, options: run, server: server)
    let (wanted, wantsBrowser) = (port, open)
    try await Interruption.untilInterrupted {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          do {
            try await server.run { port in
              let address = "http://127.0.0.1:\(port)/"
              Terminal.answer("\(DisplayText.safe(path)) is shown at \(address) (Ctrl-C ends this)\n")
              if wantsBrowser { Task { await Opening.show(address, at: address) } }
            }
          } catch {
            // A server that is told to end says that its socket is gone.
            if Task.isCancelled { return }
            let place = wanted == 0 ? "a free port" : "port \(wanted)"
            try Complaint.end("the page cannot be served on \(place): is it taken? (\(error))", .failure)
          }
        }
        group.addTask { await work.loop.run() }
        try await group.next()
        group.cancelAll()
      }
    }
  }
}
