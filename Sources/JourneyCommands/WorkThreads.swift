import Dispatch

/// Threads of their own for long work, so that what has to answer soon is not kept waiting by it.
///
/// Swift gives tasks as many threads as there are cores, and travellers on their way take all of them.
final class WorkThreads: TaskExecutor {
  static let shared = WorkThreads()

  private let queue = DispatchQueue(label: "journey.work", qos: .utility, attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
