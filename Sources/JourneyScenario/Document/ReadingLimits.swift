/// How large an input may be. Each limit has a finding of its own.
package struct ReadingLimits: Sendable {
  /// Bytes of one file.
  package var bytes = 64 << 20
  /// Mappings and lists inside one another.
  package var depth = 64
  /// Values in all, aliases expanded.
  package var nodes = 8_000_000
  /// Values that aliases may add.
  package var aliasedNodes = 100_000
  /// Unicode scalars of one text.
  package var textLength = 65_536
  /// Files that extend one another.
  package var files = 16

  package init() {}
}
