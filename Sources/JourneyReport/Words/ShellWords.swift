/// Commands as they can be pasted into a shell.
public enum ShellWords {
  /// The words on one line; those with characters that a shell may take for its own in single quotes.
  public static func line(_ words: [String]) -> String {
    words.map { word in
      isPlain(word) ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }

  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("#")
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:@%+,=#".contains($0) }
  }
}
