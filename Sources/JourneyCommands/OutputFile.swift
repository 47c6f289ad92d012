import ArgumentParser
import Foundation

/// Files that are whole or absent.
enum OutputFile {
  /// Exit code where a file cannot be written.
  static let cannotWrite = ExitCode(73)

  /// Writes a file by way of a temporary one beside it, which then takes its name.
  ///
  /// - Throws: `ExitCode` 73 after saying why.
  static func write(_ data: Data, to path: String) throws {
    do {
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      let reason = (error as NSError).localizedDescription
      FileHandle.standardError.write(Data("error: cannot write \(path): \(reason)\n".utf8))
      throw cannotWrite
    }
  }
}
