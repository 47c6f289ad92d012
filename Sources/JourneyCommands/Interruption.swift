import ArgumentParser
import Dispatch
import Foundation
import JourneyExperiments
import Synchronization

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

  /// Listens to Ctrl-C while it lives.
  private struct Signals {
    init(_ interrupted: @escaping @Sendable () -> Void) { Listener.shared.handle(interrupted) }

    func end() { Listener.shared.handle(nil) }
  }

  /// Listens for the whole process: a second source for the same signal hears nothing on Linux once the first is gone.
  private final class Listener: Sendable {
    static let shared = Listener()

    private let handler = Mutex<(@Sendable () -> Void)?>(nil)
    private let source: Mutex<any DispatchSourceSignal>

    private init() {
      signal(SIGINT, SIG_IGN)
      // A queue of its own, because the shared ones have no thread to spare while travellers are on their way.
      let queue = DispatchQueue(label: "journey.interruption", qos: .userInteractive)
      let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
      source.setEventHandler { Listener.shared.interrupted() }
      source.resume()
      self.source = Mutex(source)
    }

    func handle(_ interrupted: (@Sendable () -> Void)?) { handler.withLock { $0 = interrupted } }

    private func interrupted() {
      if let handler = handler.withLock({ $0 }) { return handler() }
      // Between two pieces of work nothing has to be cleaned up.
      signal(SIGINT, SIG_DFL)
      kill(getpid(), SIGINT)
    }
  }
}
