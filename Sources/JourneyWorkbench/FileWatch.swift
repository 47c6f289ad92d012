import Foundation

/// Files as they were at one moment, by modification date and size.
///
/// It looks at names and not at open files, so it also sees what editors do that write a new file and move it into the
/// old one's place, and a file that was not there or is no more.
public struct FileWatch: Sendable {
  /// What tells one version of a file from another.
  private struct Stamp: Hashable {
    var modified: Date
    var size: Int
    /// The file's number, which changes where a new file takes the old one's place.
    var number: Int
  }

  private let stamps: [String: Stamp?]

  /// Remembers how files are now.
  ///
  /// - Complexity: one look at the file system per file, here and in `hasChanged`.
  public init(_ paths: some Sequence<String>) {
    stamps = Dictionary(paths.map { ($0, Self.stamp($0)) }) { first, _ in first }
  }

  /// Whether any of them is another one now.
  public var hasChanged: Bool { stamps.contains { path, stamp in Self.stamp(path) != stamp } }

  /// Whether all of these are among them.
  public func holds(_ paths: some Sequence<String>) -> Bool { paths.allSatisfy { stamps.keys.contains($0) } }

  private static func stamp(_ path: String) -> Stamp? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    return Stamp(
      modified: attributes[.modificationDate] as? Date ?? .distantPast,
      size: (attributes[.size] as? NSNumber)?.intValue ?? 0,
      number: (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0
    )
  }
}
