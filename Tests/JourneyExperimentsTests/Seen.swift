import Synchronization

/// Remembers what a run told from any thread.
final class Seen: Sendable {
  private let state = Mutex<(most: Int, expected: [Int])>((0, []))

  var most: Int { state.withLock { $0.most } }
  var expected: [Int] { state.withLock { $0.expected } }

  func add(_ done: Int) { state.withLock { $0.most = max($0.most, done) } }
  func expect(_ total: Int) { state.withLock { $0.expected.append(total) } }
}
