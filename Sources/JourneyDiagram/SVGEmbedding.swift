/// Makes Graphviz' SVG fit for a page that holds several drawings.
public enum SVGEmbedding {
  /// The `svg` element alone: ids begin with `idPrefix`, links that only carry a tooltip become titles, and the drawing
  /// takes the width that the page gives it.
  ///
  /// What all texts share stands once, at the root, and what a browser takes for granted is left out: half the bytes of
  /// a drawing would be such words.
  ///
  /// - Parameter label: What a screen reader says of the whole drawing, usually the finding; empty leaves it out.
  /// - Complexity: O(bytes).
  public static func inline(_ svg: [UInt8], idPrefix: String, label: String = "") -> String {
    inline(String(decoding: svg, as: UTF8.self), idPrefix: idPrefix, label: label)
  }

  /// The same for text.
  public static func inline(_ svg: String, idPrefix: String, label: String = "") -> String {
    let prefix = DotText.identifier(idPrefix)
    var writer = EmbeddedDrawing()
    var rest = svg[...]
    // Graphviz nests a titled link in each group; the group's own title is a made-up node name.
    while let open = rest.firstIndex(of: "<") {
      // Line breaks between tags say nothing; text keeps its spaces.
      if !rest[..<open].allSatisfy(\.isNewline) { writer.append(String(rest[..<open])) }
      let piece = tag(rest[open...])
      rest = rest[piece.endIndex...]
      if piece.hasPrefix("<?") || piece.hasPrefix("<!") { continue }
      if piece.hasPrefix("<title>") {
        if let end = rest.firstRange(of: "</title>") { rest = rest[end.upperBound...] }
        // The line break after it goes too.
        if rest.first == "\n" { rest.removeFirst() }
        continue
      }
      // A text of spaces alone is the gap between two others.
      if piece.hasPrefix("<text "), let end = rest.firstRange(of: "</text>"),
        rest[..<end.lowerBound].allSatisfy({ $0 == " " })
      {
        rest = rest[end.upperBound...]
        continue
      }
      if piece.hasPrefix("<svg") {
        writer.append(root(piece, prefix: prefix, label: label))
      } else if piece.hasPrefix("<a ") || piece == "<a>" {
        if let title = attribute("xlink:title", of: piece), !title.isEmpty {
          writer.append("<title>\(title)</title>")
        }
      } else if piece == "</a>" {
        continue
      } else if piece.hasPrefix("<g ") || piece == "<g>" {
        // The group of a link that is gone holds nothing of its own.
        writer.open(piece.hasPrefix("<g id=\"a_") ? nil : prefixed(unnamed(piece), prefix))
      } else if piece == "</g>" {
        writer.close()
      } else {
        writer.append(prefixed(piece, prefix))
      }
    }
    writer.append(String(rest))
    return String(writer.text.drop { $0.isWhitespace })
  }

  /// From "<" to the matching ">" (quotes may hold one, comments end differently).
  private static func tag(_ text: Substring) -> Substring {
    if text.hasPrefix("<!--") {
      return text.firstRange(of: "-->").map { text[..<$0.upperBound] } ?? text
    }
    var quote: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        break
      }
    }
    return text[..<index]
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: " \(name)=\""),
      let end = tag[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    return tag[start.upperBound..<end]
  }

  /// The tag without what every text says, what is granted anyway, and ids of links that are gone.
  private static func slim(_ tag: Substring) -> Substring {
    var tag = tag
    func drop(_ part: String) {
      if let range = tag.firstRange(of: part) { tag.removeSubrange(range) }
    }
    if tag.hasPrefix("<text ") {
      drop(" font-family=\"\(Lettering.fonts)\"")
      drop(" text-anchor=\"start\"")
      if let range = tag.firstRange(of: ".00\" fill=") { tag.replaceSubrange(range, with: "\" fill=") }
    } else if tag.hasPrefix("<polygon ") || tag.hasPrefix("<path ") {
      drop(" stroke=\"transparent\"")
      if let rectangle = Outlines.card(tag) ?? Outlines.box(tag) { tag = rectangle[...] }
      for part in ["fill", "stroke"] {
        if let range = tag.firstRange(of: " \(part)-opacity=\"0.815686\"") {
          tag.replaceSubrange(range, with: " \(part)-opacity=\".82\"")
        }
      }
    }
    return tag
  }

  /// A group without its id, unless it is a touchpoint or the whole: nobody looks for a line by its name.
  private static func unnamed(_ group: Substring) -> Substring {
    guard group.contains(" class=\"edge") || group.contains(" class=\"node pain"),
      let start = group.firstRange(of: " id=\""), let end = group[start.upperBound...].firstIndex(of: "\"")
    else { return group }
    return group[..<start.lowerBound] + group[group.index(after: end)...]
  }

  private static func prefixed(_ piece: Substring, _ prefix: String) -> String {
    let tag = slim(piece)
    guard let range = tag.firstRange(of: " id=\"") else { return String(tag) }
    return tag[..<range.upperBound] + prefix + tag[range.upperBound...]
  }

  private static func root(_ tag: Substring, prefix: String, label: String) -> String {
    let box = attribute("viewBox", of: tag).map { " viewBox=\"\($0)\"" } ?? ""
    let spoken =
      label.isEmpty ? " aria-hidden=\"true\"" : " role=\"img\" aria-label=\"\(DotText.markup(label))\""
    return
      "<svg id=\"\(prefix)drawing\" width=\"100%\"\(box) font-family=\"\(Lettering.fonts)\" xmlns=\"http://www.w3.org/2000/svg\"\(spoken)>"
  }
}
