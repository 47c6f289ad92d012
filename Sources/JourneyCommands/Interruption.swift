import ArgumentParser
import Dispatch
import Foundation
import JourneyExperiments

/// Long work that Ctrl-C ends cleanly, with exit code 130.
enum Interruption {
  /// Exit code of an interrupted command.
  static let interrupted = ExitCode(130)

  /// Runs the work so that an interrupt cancels it; errors of a run become a sentence and exit code 1.
  static func run<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task(operation: work)
    signal(SIGINT, SIG_IGN)
    // A queue of its own, because the shared ones have no thread to spare while travellers are on their way.
    let queue = DispatchQueue(label: "journey.interruption", qos: .userInteractive)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler { task.cancel() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    do {
      return try await task.value
    } catch is CancellationError {
      Terminal.note("\ninterrupted: nothing was written\n")
      throw interrupted
    } catch let error as ExperimentError {
      try Complaint.end(error.message, .failure)
    }
  }
}
