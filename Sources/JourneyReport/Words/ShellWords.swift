/// Commands as they can be pasted into a shell.
enum ShellWords {
  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,")

  /// The words on one line; those with other than plain characters in single quotes.
  static func line(_ words: [String]) -> String {
    words.map { word in
      if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
      let parts = word.split(separator: "'", omittingEmptySubsequences: false)
      return "'" + parts.joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
