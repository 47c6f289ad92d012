/// Puts the pieces of a drawing together again, groups within groups.
///
/// What a line and its arrowhead share is said once, by their group.
struct EmbeddedDrawing {
  private var pieces: [String] = []
  /// The places of the groups that are open; nil for one that is left out.
  private var groups: [Int?] = []

  /// The drawing as text.
  var text: String { pieces.joined() }

  /// Begins a group; nil begins one that is left out, with its end.
  mutating func open(_ tag: String?) {
    groups.append(tag == nil ? nil : pieces.count)
    if let tag { pieces.append(tag) }
  }

  /// Ends the innermost group.
  mutating func close() {
    guard let group = groups.popLast(), group != nil else { return }
    pieces.append("</g>")
  }

  /// Adds a tag or a text.
  mutating func append(_ piece: String) {
    pieces.append(piece)
    if piece.hasPrefix("<polygon ") { shareStroke() }
  }

  /// Moves the stroke of a line and of the arrowhead behind it to the group that holds nothing else.
  private mutating func shareStroke() {
    let (line, head) = (pieces.count - 2, pieces.count - 1)
    guard let group = groups.last(where: { $0 != nil }) ?? nil, pieces[group].contains(" class=\"edge"),
      line > group, pieces[line].hasPrefix("<path "),
      line == group + 1 || pieces[group + 1].hasPrefix("<title>"),
      line <= group + 2,
      let start = pieces[line].firstRange(of: " stroke=\""), let end = pieces[line].firstRange(of: " d=\""),
      start.lowerBound < end.lowerBound
    else { return }
    let stroke = String(pieces[line][start.lowerBound..<end.lowerBound])
    guard let same = pieces[head].firstRange(of: stroke) else { return }
    pieces[head].removeSubrange(same)
    pieces[line].removeSubrange(start.lowerBound..<end.lowerBound)
    pieces[group].insert(contentsOf: stroke, at: pieces[group].index(before: pieces[group].endIndex))
  }
}
