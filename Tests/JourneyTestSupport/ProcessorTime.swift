#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time for which this thread has had a processor, so far.
///
/// Unlike a clock on the wall it does not count what other tests take from work that runs on one thread without waiting.
public func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
