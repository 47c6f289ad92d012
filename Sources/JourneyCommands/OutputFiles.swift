import ArgumentParser
import Foundation

/// Writes files whole or not at all: all of them under temporary names first, then all renamed.
enum OutputFiles {
  /// Exit code where a file cannot be written.
  static let cannotWrite = ExitCode(73)

  /// Writes one text.
  ///
  /// - Parameter replacing: whether a file that is there already may be replaced.
  /// - Throws: `ExitCode` 73 after a sentence on standard error.
  static func write(_ text: String, to path: String, replacing: Bool = true) throws {
    if !replacing, FileManager.default.fileExists(atPath: path) {
      try Complaint.end("\(path) is there already; it is not overwritten", cannotWrite)
    }
    do {
      try write([(path, Array(text.utf8))])
    } catch {
      try Complaint.end(error.message, cannotWrite)
    }
  }

  /// Why files could not be written, for people.
  struct Failure: Error {
    var message: String
  }

  /// Writes files, creating folders on the way. A failure leaves what was there before untouched.
  static func write(_ files: [(path: String, bytes: [UInt8])]) throws(Failure) {
    let manager = FileManager.default
    var staged: [(temporary: URL, final: URL)] = []
    func undo() { for pair in staged { try? manager.removeItem(at: pair.temporary) } }
    for file in files {
      let final = URL(filePath: file.path)
      let folder = final.deletingLastPathComponent()
      let temporary = folder.appending(path: ".\(final.lastPathComponent).\(UUID().uuidString.prefix(8))")
      do {
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file.bytes).write(to: temporary)
      } catch {
        try? manager.removeItem(at: temporary)
        undo()
        throw Failure(message: "cannot write \(file.path): \(Self.reason(error))")
      }
      staged.append((temporary, final))
    }
    for pair in staged {
      guard rename(pair.temporary.path, pair.final.path) == 0 else {
        let reason = String(cString: strerror(errno))
        undo()
        throw Failure(message: "cannot write \(pair.final.path): \(reason)")
      }
    }
  }

  /// The system's own words for why, where it gave any.
  private static func reason(_ error: any Error) -> String {
    var error = error as NSError
    while let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError { error = cause }
    if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
    return error.localizedDescription
      .replacingOccurrences(of: "The operation could not be completed. ", with: "")
  }

  /// A size for people ("235 kB").
  static func size(_ count: Int) -> String {
    count < 1_000
      ? "\(count) B"
      : count < 1_000_000 ? "\((count + 500) / 1_000) kB" : "\((count + 50_000) / 100_000 * 100) kB"
  }
}
