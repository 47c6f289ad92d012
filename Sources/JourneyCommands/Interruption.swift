import ArgumentParser
import Dispatch
import Foundation
import JourneyExperiments

/// Long work that Ctrl-C ends cleanly, with exit code 130.
enum Interruption {
  /// Exit code of an interrupted command.
  static let interrupted = ExitCode(130)

  /// Whether what calls already ends cleanly at Ctrl-C.
  @TaskLocal private static var isHandled = false

  /// Runs the work so that an interrupt cancels it; errors of a run become a sentence and exit code 1.
  static func run<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    if isHandled { return try await work() }
    let task = Task(operation: work)
    let signals = Signals { task.cancel() }
    defer { signals.end() }
    do {
      return try await task.value
    } catch is CancellationError {
      Terminal.note("\ninterrupted: nothing was written\n")
      throw interrupted
    } catch let error as ExperimentError {
      try Complaint.end(error.message, .failure)
    }
  }

  /// Runs what goes on until it is interrupted, which is its proper end.
  static func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await $isHandled.withValue(true, operation: work) }
    let signals = Signals { task.cancel() }
    defer { signals.end() }
    do { try await task.value } catch is CancellationError {}
  }

  /// Listens to Ctrl-C.
  private struct Signals {
    private let source: any DispatchSourceSignal

    init(_ interrupted: @escaping @Sendable () -> Void) {
      signal(SIGINT, SIG_IGN)
      // A queue of its own, because the shared ones have no thread to spare while travellers are on their way.
      let queue = DispatchQueue(label: "journey.interruption", qos: .userInteractive)
      source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
      source.setEventHandler(handler: interrupted)
      source.resume()
    }

    func end() {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
  }
}
