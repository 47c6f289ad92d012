/// Does some work on what files hold, and anew whenever one of them is saved, until its task is cancelled.
///
/// A save while the work goes on cancels it: nobody waits for the answer to a question that has changed.
public struct WatchLoop<Subject: Sendable>: Sendable {
  /// What was read, and from which files.
  public struct Reading: Sendable {
    /// What the work is on.
    public var subject: Subject
    /// The files to watch.
    public var files: [String]

    /// Creates a reading.
    public init(_ subject: Subject, files: [String]) {
      self.subject = subject
      self.files = files
    }
  }

  private let files: [String]
  private let pause: @Sendable () async throws -> Void
  private let read: @Sendable () -> Reading
  private let work: @Sendable (Subject) async -> Void

  /// A loop.
  ///
  /// - Parameters:
  ///   - files: those that are known before anything was read.
  ///   - pause: waits between two looks at the files; 300 ms unless given.
  ///   - read: reads the files.
  ///   - work: what is done about it; it has to end soon once its task is cancelled.
  public init(
    _ files: [String],
    pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .milliseconds(300)) },
    read: @escaping @Sendable () -> Reading,
    work: @escaping @Sendable (Subject) async -> Void
  ) {
    self.files = files
    self.pause = pause
    self.read = read
    self.work = work
  }

  /// Runs until the task is cancelled; by then all work has ended.
  public func run() async {
    var known = files
    while !Task.isCancelled {
      // The files are looked at before they are read, so no save in between is missed; where reading shows that there
      // are more of them, they are read once more.
      var watch = FileWatch(known)
      var reading = read()
      if !watch.holds(reading.files) {
        watch = FileWatch(known + reading.files)
        reading = read()
      }
      known = files + reading.files
      let subject = reading.subject
      let task = Task { await work(subject) }
      while !watch.hasChanged {
        do { try await pause() } catch { break }
      }
      task.cancel()
      await task.value
    }
  }
}
