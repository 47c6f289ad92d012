/// Writes DOT text. Names are made up here and every user string passes an escape, so no input can break the syntax.
struct DotWriter {
  /// An attribute's value.
  enum Value {
    /// Text of any origin.
    case text(String)
    /// Text in which Graphviz interprets nothing: the background drawing.
    case verbatim(String)
    /// An HTML-like label.
    case label(Markup)
    case number(Double)
    /// A word of ours, such as a colour or a shape.
    case word(String)
  }

  typealias Attribute = (name: String, value: Value)

  private var lines: [String] = ["digraph journey {"]

  mutating func defaults(_ kind: String, _ attributes: [Attribute]) {
    lines.append("  \(kind) [\(Self.list(attributes))]")
  }

  mutating func node(_ name: String, _ attributes: [Attribute]) {
    lines.append("  \(name) [\(Self.list(attributes))]")
  }

  mutating func edge(_ from: String, _ to: String, _ attributes: [Attribute]) {
    lines.append("  \(from) -> \(to) [\(Self.list(attributes))]")
  }

  /// Puts nodes into one layer; `rank` is Graphviz' word for which.
  mutating func sameRank(_ names: [String], _ rank: String) {
    lines.append("  { rank=\(rank); \(names.joined(separator: "; ")) }")
  }

  /// The whole text.
  var text: String { (lines + ["}", ""]).joined(separator: "\n") }

  private static func list(_ attributes: [Attribute]) -> String {
    attributes.map { attribute in
      let value =
        switch attribute.value {
        case .text(let text): DotText.quoted(text)
        case .verbatim(let text): "\"\(text)\""
        case .label(let markup): "<\(markup.text)>"
        case .number(let number): "\"\(DotNumber.text(number))\""
        case .word(let word): "\"\(word)\""
        }
      return "\(attribute.name)=\(value)"
    }.joined(separator: " ")
  }
}
