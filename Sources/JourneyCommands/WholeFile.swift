import ArgumentParser
import Foundation

/// Files that are written whole or not at all.
enum WholeFile {
  /// Exit code where a file cannot be written.
  static let cannotWrite = ExitCode(73)

  /// Writes a text beside the target under another name, then moves it into place.
  ///
  /// - Throws: `ExitCode` 73 after a sentence on standard error, also where the file is there and must not be replaced.
  static func write(_ text: String, to path: String, replacing: Bool) throws {
    let target = URL(filePath: path)
    let temporary = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    let manager = FileManager.default
    if !replacing, manager.fileExists(atPath: target.path) {
      try fail("\(path) is there already; it is not overwritten")
    }
    do {
      try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: temporary)
      // One step of the file system: whoever looks sees the old file or the new one, never none.
      guard rename(temporary.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? manager.removeItem(at: temporary)
      try fail("\(path) cannot be written")
    }
  }

  private static func fail(_ sentence: String) throws -> Never {
    FileHandle.standardError.write(Data("error: \(sentence)\n".utf8))
    throw cannotWrite
  }
}
