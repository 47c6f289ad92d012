extension ArraySlice<UInt8> {
  /// The slice without spaces and tabs at either end.
  func trimmingSpaces() -> ArraySlice<UInt8> {
    var slice = self
    while let byte = slice.first, byte == Ascii.space || byte == Ascii.tab { slice.removeFirst() }
    while let byte = slice.last, byte == Ascii.space || byte == Ascii.tab { slice.removeLast() }
    return slice
  }
}

extension String {
  /// The text without white space at either end.
  func trimmingSpaces() -> String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
