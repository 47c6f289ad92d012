import Foundation
import JourneyTestSupport
import JourneyWorkbench
import Synchronization
import Testing

@Suite("Work that follows files")
struct WatchLoopTests {
  /// What happened, in order.
  private final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("a")
    try write("1", path)
  }

  private func write(_ text: String, _ path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func read(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? "none"
  }

  @Test("is done once for each version, and the last of them ends with the loop", .timeLimit(.minutes(10)))
  func versions() async throws {
    let log = Log()
    let path = path
    let looks = Mutex(0)
    let loop = WatchLoop(
      [path],
      pause: {
        // Every third look finds a new version; after the third version the loop is ended.
        let look = looks.withLock { count in
          count += 1
          return count
        }
        if look == 9 { throw CancellationError() }
        if look % 3 == 0 {
          try self.write(
            "\(1 + look / 3) is longer".padding(toLength: 9 + look, withPad: ".", startingAt: 0),
            path
          )
        }
      },
      read: { .init(self.read(path), files: [path]) },
      work: { text in
        log.add("begin \(text.prefix(1))")
        try? await Task.sleep(for: .seconds(3600))
        log.add(Task.isCancelled ? "cancelled \(text.prefix(1))" : "done")
      }
    )
    let task = Task { await loop.run() }
    while log.all.count < 6 { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    await task.value
    #expect(
      Array(log.all.prefix(6)) == [
        "begin 1", "cancelled 1", "begin 2", "cancelled 2", "begin 3", "cancelled 3",
      ]
    )
  }

  @Test("follows files that are only known once the first was read", .timeLimit(.minutes(10)))
  func discovered() async throws {
    let log = Log()
    let (path, base) = (path, folder.path("base"))
    try write("b1", base)
    let loop = WatchLoop(
      [path],
      pause: { try await Task.sleep(for: .milliseconds(2)) },
      read: { .init(self.read(base), files: [path, base]) },
      work: { log.add($0) }
    )
    let task = Task { await loop.run() }
    while log.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    try write("b2 longer", base)
    while log.all.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
    task.cancel()
    await task.value
    #expect(log.all == ["b1", "b2 longer"])
  }

  @Test("does nothing at all where the task is cancelled before it begins")
  func never() async {
    let log = Log()
    let loop = WatchLoop([path], read: { .init("x", files: []) }, work: { log.add($0) })
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      await loop.run()
    }
    await task.value
    #expect(log.all.isEmpty)
  }
}
