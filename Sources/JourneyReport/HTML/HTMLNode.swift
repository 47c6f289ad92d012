import JourneyDiagnostics

/// A piece of a page. Text and attribute values are escaped when it is written, whoever made them; what is
/// written as it stands is text of the program itself (`StaticString`), colours, and what Graphviz drew.
public indirect enum HTMLNode: Sendable {
  /// Text for readers.
  case text(String)
  /// An element with attributes and content.
  case element(HTMLTag, [HTMLAttribute], [HTMLNode])
  /// Several pieces in a row.
  case group([HTMLNode])
  /// The program's own style sheet or script.
  case program(StaticString)
  /// Figures for the program's own script.
  case data(JSONValue)
  /// Rules made from colours alone.
  case colours(ColourRules)
  /// A rendered picture.
  case drawing(InlineDrawing)

  /// An element.
  public static func el(
    _ tag: HTMLTag,
    _ attributes: [HTMLAttribute] = [],
    _ content: [HTMLNode] = []
  ) -> HTMLNode {
    .element(tag, attributes, content)
  }

  /// An element of a class that holds text.
  public static func el(_ tag: HTMLTag, _ classes: String, _ text: String) -> HTMLNode {
    .element(tag, [.classes(classes)], [.text(text)])
  }

  /// An element of a class.
  public static func el(_ tag: HTMLTag, _ classes: String, _ content: [HTMLNode]) -> HTMLNode {
    .element(tag, [.classes(classes)], content)
  }

  /// An element that holds text.
  public static func el(_ tag: HTMLTag, _ text: String) -> HTMLNode { .element(tag, [], [.text(text)]) }

  /// Nothing.
  public static let none = HTMLNode.group([])

  /// The piece as text of a document.
  public var html: String {
    var writer = HTMLWriter()
    writer.write(self)
    return writer.text
  }
}

/// Writes pieces of a page as text.
struct HTMLWriter {
  private(set) var text = ""

  mutating func write(_ node: HTMLNode) {
    switch node {
    case .text(let string): escape(string, inAttribute: false)
    case .group(let nodes): for node in nodes { write(node) }
    case .program(let own): text += own.description
    // Nothing in it can end the element that holds it.
    case .data(let value): text += value.compact.replacing("<", with: "\\u003c")
    case .colours(let rules): text += rules.text
    case .drawing(let drawing): text += drawing.svg
    case .element(let tag, let attributes, let content):
      text += "<" + tag.rawValue
      for attribute in attributes {
        text += " " + attribute.name.rawValue + "=\""
        escape(attribute.value, inAttribute: true)
        text += "\""
      }
      if content.isEmpty, tag.isShape {
        text += "/>"
        return
      }
      text += ">"
      guard !tag.isVoid else { return }
      for node in content { write(node) }
      text += "</" + tag.rawValue + ">"
    }
  }

  /// Escapes what has a meaning in HTML, and drops what no document may hold (control characters).
  private mutating func escape(_ string: String, inAttribute: Bool) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      case "'" where inAttribute: text += "&#39;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      // Characters that turn the direction of the text around them could make a sentence read as another one.
      case _ where (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
        continue
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
