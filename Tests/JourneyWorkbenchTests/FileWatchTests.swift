import Foundation
import JourneyTestSupport
import JourneyWorkbench
import Testing

@Suite("Files that are watched")
struct FileWatchTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("a.yaml")
    try "one".write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// Makes a file look older, so that a new version differs by more than the clock's resolution.
  private func age(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)],
      ofItemAtPath: path
    )
  }

  @Test("have not changed when nothing was saved")
  func unchanged() { #expect(!FileWatch([path]).hasChanged) }

  @Test("have changed by a write, even one of the same length, and by one of the same date")
  func written() throws {
    try age(path)
    let watch = FileWatch([path])
    try "two".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(watch.hasChanged)
    try age(path)
    let longer = FileWatch([path])
    try "three".write(toFile: path, atomically: false, encoding: .utf8)
    try age(path)
    #expect(longer.hasChanged)
  }

  @Test("have changed when an editor moves a new file into the place, or takes the file away")
  func replaced() throws {
    try age(path)
    let watch = FileWatch([path])
    let other = folder.path("b.yaml")
    try "one".write(toFile: other, atomically: false, encoding: .utf8)
    try age(other)
    #expect(rename(other, path) == 0)
    #expect(watch.hasChanged)
    let gone = FileWatch([path])
    try FileManager.default.removeItem(atPath: path)
    #expect(gone.hasChanged)
    let absent = FileWatch([path])
    #expect(!absent.hasChanged)
    try "back".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(absent.hasChanged)
  }

  @Test("are known by name")
  func names() {
    #expect(FileWatch([path]).holds([path]))
    #expect(!FileWatch([path]).holds([path, "other"]))
  }
}
