import Foundation
import Synchronization

/// One line on standard error that is redrawn while travellers are on their way, and erased when they are done.
///
/// It shows itself on a terminal only, and only when the work takes longer than 300 ms.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt: ContinuousClock.Instant?
    var isVisible = false
    var total: Int
  }

  private let label: String
  private let isWanted: Bool
  private let started = ContinuousClock.now
  private let state: Mutex<State>

  init(_ label: String, total: Int, isQuiet: Bool) {
    self.label = label
    state = Mutex(State(total: max(1, total)))
    isWanted = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Called from any thread with the number of travellers done.
  func update(_ done: Int) {
    guard isWanted else { return }
    let now = ContinuousClock.now
    guard now - started > .milliseconds(300) else { return }
    state.withLock { state in
      if let shown = state.shownAt, now - shown < .milliseconds(80) { return }
      state.shownAt = now
      state.isVisible = true
      let total = max(state.total, done)
      let filled = min(16, 16 * done / total)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 16 - filled)
      print("\r\u{1B}[K\(label)  \(bar)  \(100 * done / total)%")
    }
  }

  /// Called from any thread where it is known better how many travellers there will be.
  func expect(_ total: Int) {
    state.withLock { $0.total = max(1, total) }
  }

  /// Takes the line away.
  func erase() {
    state.withLock { state in
      if state.isVisible { print("\r\u{1B}[K") }
      state.isVisible = false
    }
  }

  private func print(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
