import CGraphviz
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// libgraphviz, in this process: DOT text in, a drawing out.
///
/// The library keeps global state, so one lock serves the whole process: calls from several threads wait for each
/// other. It is also the only place of the package that touches C memory.
public enum Graphviz {
  /// A finished drawing.
  public struct Output: Sendable, Equatable {
    /// The file's bytes.
    public let bytes: [UInt8]
    /// What Graphviz complained about; empty for a sound drawing.
    public let warnings: [String]
    /// Characters that no installed font has, and that are boxes in this drawing.
    public internal(set) var boxes: [Character] = []
  }

  /// The layout engines in use.
  public enum Engine: String, Sendable, CaseIterable {
    /// Layers; its time is not bounded, so only for small graphs.
    case dot
    /// Draws positions and curves exactly as given.
    case asGiven = "nop2"
  }

  /// The file formats in use.
  public enum Format: String, Sendable, CaseIterable {
    case svg
    case png
    case pdf
    /// The graph with positions, as text.
    case dot
    /// Positions and curves, one line each, in inches.
    case plain

    /// What Graphviz calls it; the raster comes from cairo whatever other plugins are installed.
    var code: String { self == .png ? "png:cairo" : rawValue }
  }

  private static let context = Mutex<Context>(Context())

  /// Lays out and draws `dot`; the bytes are the same for the same text and fonts.
  ///
  /// - Throws: `GraphvizError` with what Graphviz said when there is no drawing.
  public static func render(
    dot: String,
    engine: Engine = .asGiven,
    format: Format
  ) throws(GraphvizError) -> Output {
    let result: Result<Output, GraphvizError> = context.withLock { context in
      Result { () throws(GraphvizError) in try context.render(dot: dot, engine: engine, format: format) }
    }
    return try result.get()
  }
}

/// The library's context, opened at first use and kept for the life of the process: opening it reads the plugins anew.
private struct Context: ~Copyable {
  private var handle: UnsafeMutableRawPointer?

  mutating func render(
    dot: String,
    engine: Graphviz.Engine,
    format: Graphviz.Format
  ) throws(GraphvizError) -> Graphviz.Output {
    if handle == nil { handle = journey_graphviz_open() }
    guard handle != nil else { throw GraphvizError(step: .start, messages: []) }

    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    var said: UnsafeMutablePointer<CChar>?
    let failed = journey_graphviz_render(handle, dot, engine.rawValue, format.code, &bytes, &length, &said)
    defer {
      free(bytes)
      free(said)
    }

    let messages = said.map { lines(of: String(cString: $0)) } ?? []
    let steps: [GraphvizError.Step?] = [nil, .start, .read, .layout, .draw]
    if let step = steps[Int(failed)] { throw GraphvizError(step: step, messages: messages) }
    guard let bytes, length > 0 else { throw GraphvizError(step: .draw, messages: messages) }
    var file = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
      Array(UnsafeBufferPointer(start: $0, count: length))
    }
    if format == .pdf { freezeDate(in: &file) }
    return Graphviz.Output(bytes: file, warnings: messages)
  }

  deinit { journey_graphviz_close(handle) }
}

private func lines(of text: String) -> [String] {
  text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
}

/// Cairo writes the time of day into a PDF; a fixed one of the same length makes two runs give the same bytes.
private func freezeDate(in file: inout [UInt8]) {
  let key = Array("/CreationDate (D:".utf8)
  guard file.count > key.count else { return }
  // The date stands in the last part of the file; searching backwards is quick.
  var start = file.count - key.count
  while start > 0 {
    if file[start] == key[0], file[start..<start + key.count].elementsEqual(key) {
      var digit = start + key.count
      for fixed in "20000101000000".utf8 where digit < file.count && (48...57).contains(file[digit]) {
        file[digit] = fixed
        digit += 1
      }
      return
    }
    start -= 1
  }
}
