import Foundation

/// A stream of bytes, read piece by piece.
public protocol ByteSource {
  /// Appends the next bytes to `buffer`; returns how many, 0 at the end.
  mutating func append(to buffer: inout [UInt8]) throws(EventLogError) -> Int
}

/// Bytes that are already in memory, handed out in pieces.
public struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let pieceSize: Int
  private var position = 0

  /// Creates a source that hands out at most `pieceSize` bytes at a time.
  public init(_ bytes: [UInt8], pieceSize: Int = 1 << 16) {
    self.bytes = bytes
    self.pieceSize = max(1, pieceSize)
  }

  /// Appends the next bytes; 0 at the end.
  public mutating func append(to buffer: inout [UInt8]) throws(EventLogError) -> Int {
    let end = min(position + pieceSize, bytes.count)
    let count = end - position
    buffer.append(contentsOf: bytes[position..<end])
    position = end
    return count
  }
}

/// The bytes of a file or of standard input.
public struct FileSource: ByteSource {
  private static let pieceSize = 1 << 19
  private let handle: FileHandle
  private let path: String

  /// Opens the file at `path`; `-` is standard input.
  public init(path: String) throws(EventLogError) {
    self.path = path
    guard path != "-" else {
      handle = .standardInput
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw EventLogError(
        .missing,
        code: "log-missing",
        file: path,
        message: "there is no file “\(path)”",
        fixes: ["check the path; `-` reads from standard input"]
      )
    }
    guard !isFolder.boolValue else {
      throw EventLogError(
        .missing,
        code: "log-missing",
        file: path,
        message: "“\(path)” is a folder, not a log",
        fixes: ["name one CSV file inside it"]
      )
    }
    do {
      handle = try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw EventLogError(
        .missing,
        code: "log-unreadable",
        file: path,
        message: "“\(path)” cannot be opened for reading",
        fixes: ["check the file's permissions"]
      )
    }
  }

  /// Appends the next bytes; 0 at the end.
  public mutating func append(to buffer: inout [UInt8]) throws(EventLogError) -> Int {
    do {
      guard let data = try handle.read(upToCount: Self.pieceSize) else { return 0 }
      buffer.append(contentsOf: data)
      return data.count
    } catch {
      throw EventLogError(
        .missing,
        code: "log-unreadable",
        file: path,
        message: "reading “\(path)” failed half-way: \(error)",
        fixes: ["check the disk or the connection and run again"]
      )
    }
  }
}
