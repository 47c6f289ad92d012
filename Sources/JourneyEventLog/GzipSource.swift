import CZlib

/// The unpacked bytes of a gzip stream of one or more members (RFC 1952).
///
/// Unpacks piece by piece: the memory used does not depend on the size of the file. A file that breaks off, a wrong
/// check sum and foreign bytes after the last member are errors, so half a log is never taken for a whole one.
public struct GzipSource: ByteSource {
  private var packed: any ByteSource
  private let file: String
  private let inflater: Inflater
  private var input: [UInt8] = []
  private var position = 0
  private var isInsideMember = true
  private var hasEnded = false

  /// Unpacks `packed`, of which the bytes in `start` have been read already.
  public init(_ packed: any ByteSource, start: [UInt8] = [], file: String) throws(EventLogError) {
    self.packed = packed
    self.file = file
    input = start
    guard let inflater = Inflater() else {
      throw EventLogError(code: "gzip-start", file: file, message: "the gzip library could not be started")
    }
    self.inflater = inflater
  }

  /// Whether a file that begins with `bytes` is a gzip stream.
  public static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Appends the next bytes; 0 at the end.
  public mutating func append(to buffer: inout [UInt8]) throws(EventLogError) -> Int {
    while !hasEnded {
      if position == input.count, try !refill() {
        guard !isInsideMember else { throw truncated() }
        hasEnded = true
        break
      }
      if !isInsideMember, try !beginMember() { break }
      let step = inflater.step(input, from: position, into: &buffer)
      position += step.consumed
      switch step.status {
      case Z_OK, Z_BUF_ERROR:
        if step.produced == 0, step.consumed == 0, position < input.count { throw damaged(step.message) }
      case Z_STREAM_END:
        isInsideMember = false
      default:
        throw damaged(step.message)
      }
      if step.produced > 0 { return step.produced }
    }
    return 0
  }

  /// Reads more packed bytes; false at the end of the file.
  private mutating func refill() throws(EventLogError) -> Bool {
    input.removeAll(keepingCapacity: true)
    position = 0
    return try packed.append(to: &input) > 0
  }

  /// Looks at what follows a member: another member, padding with zeros, or something that should not be there.
  private mutating func beginMember() throws(EventLogError) -> Bool {
    while true {
      while position < input.count, input[position] == 0 { position += 1 }
      if position < input.count { break }
      if try !refill() {
        hasEnded = true
        return false
      }
    }
    guard input[position] == 0x1F else {
      throw EventLogError(
        code: "gzip-trailing",
        file: file,
        message: "something that is not gzip follows the packed log",
        fixes: ["pack the file again: gunzip it as far as it goes, check the end, gzip it"]
      )
    }
    inflater.reset()
    isInsideMember = true
    return true
  }

  private func truncated() -> EventLogError {
    EventLogError(
      code: "gzip-truncated",
      file: file,
      message: "the gzip file breaks off before its end",
      notes: ["the rows before the break are not used: half a log would look like a whole one"],
      fixes: ["copy or download the file again; `gzip -t` checks it"]
    )
  }

  private func damaged(_ reason: String) -> EventLogError {
    EventLogError(
      code: "gzip-damaged",
      file: file,
      message: "the gzip file is damaged (\(reason))",
      fixes: ["copy or download the file again; `gzip -t` checks it"]
    )
  }
}

/// The owner of zlib's state, which must not move in memory while it is in use.
private final class Inflater {
  struct Step {
    var status: Int32
    var consumed: Int
    var produced: Int
    var message: String
  }

  private static let pieceSize = 1 << 18
  /// 15 for the largest window, 16 for gzip's header and trailer.
  private static let gzipWindow: Int32 = 15 + 16
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let output = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceSize)

  init?() {
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    if inflateInit2_(stream, Self.gzipWindow, ZLIB_VERSION, size) != Z_OK { return nil }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  func reset() { inflateReset(stream) }

  /// Unpacks from `input` until it is used up or the output piece is full.
  func step(_ input: [UInt8], from position: Int, into buffer: inout [UInt8]) -> Step {
    input.withUnsafeBufferPointer { bytes in
      let available = bytes.count - position
      stream.pointee.next_in = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + position) }
      stream.pointee.avail_in = UInt32(clamping: available)
      stream.pointee.next_out = output
      stream.pointee.avail_out = UInt32(Self.pieceSize)
      let status = inflate(stream, Z_NO_FLUSH)
      let consumed = available - Int(stream.pointee.avail_in)
      let produced = Self.pieceSize - Int(stream.pointee.avail_out)
      buffer.append(contentsOf: UnsafeBufferPointer(start: output, count: produced))
      let message = stream.pointee.msg.map { String(cString: $0) } ?? "code \(status)"
      return Step(status: status, consumed: consumed, produced: produced, message: message)
    }
  }
}
