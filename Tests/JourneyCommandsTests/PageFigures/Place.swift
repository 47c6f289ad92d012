import Foundation

/// One piece of a page's text as a reader meets it, with what stands around it.
struct Place {
  /// Id of its section; "top" before the first one, "foot" after the last.
  var section: String
  /// The element that holds it ("td", "p", "text", "title"); "label" for what a screen reader is told.
  var element: String
  /// Classes of that element and of all around it.
  var classes: Set<String>
  /// Of a table's cell: the table's caption, the row's first cell, the column's heading, the row's number from 1.
  var caption = ""
  var row = ""
  var column = ""
  var rowNumber = 0
  /// Headings of all columns of its table.
  var columns: [String] = []
  /// The place before it says.
  var before = ""
  /// The tooltip of the card, line or box of a drawing that it stands in.
  var group = ""
  /// The heading above it (h2 or h3), and the last term of a list (dt).
  var heading = ""
  var term = ""
  /// How many descriptions (dd) there are before it under that heading.
  var position = 0
  /// The number of its item in a list, from 1.
  var item = 0
  /// How many texts of its kind there are before it in its drawing.
  var ordinal = 0
  /// What it says.
  var text: String

  /// Where it is, for a message.
  var path: String {
    ([section, element]
      + [caption, row, column, group, heading].filter { !$0.isEmpty }.map { "“\($0.prefix(60))”" })
      .joined(separator: " › ")
  }

  func has(_ name: String) -> Bool { classes.contains(name) }
}

/// Reads a page that the report wrote into places. It knows only as much of HTML as these pages hold.
struct PageReader {
  private struct Element {
    var name: String
    var classes: [String]
    var text = ""
    var title = ""
  }

  private struct Table {
    var caption = ""
    var columns: [String] = []
    var isHead = false
    var cell = -1
    var row = ""
    var number = 0
  }

  /// The places of a page, in its order.
  static func places(_ html: String) -> [Place] {
    var reader = PageReader()
    reader.read(html)
    return reader.places
  }

  private static let inline: Set<String> = [
    "b", "small", "span", "a", "em", "strong", "i", "code", "tspan", "q", "abbr", "br", "button", "wbr",
    "sup",
  ]
  private static let void: Set<String> = [
    "meta", "br", "link", "input", "img", "col", "hr", "wbr", "path", "line",
  ]

  private var places: [Place] = []
  private var stack: [Element] = []
  private var tables: [Table] = []
  private var section = "top"
  private var heading = ""
  private var term = ""
  private var position = 0
  private var item = 0
  private var ordinals: [String: Int] = [:]

  private mutating func read(_ html: String) {
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      add(text: rest[..<open])
      rest = rest[open...]
      guard let close = Self.end(ofTag: rest) else { break }
      let tag = rest[rest.index(after: rest.startIndex)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("!") || tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        leave(String(tag.dropFirst()))
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
      enter(name, Self.attributes(tag.dropFirst(name.count)))
      if tag.hasSuffix("/") || Self.void.contains(name) { leave(name) }
      if name == "style" || name == "script", let end = rest.range(of: "</\(name)>") {
        leave(name)
        rest = rest[end.upperBound...]
      }
    }
  }

  /// The ">" that ends a tag, past those in attributes.
  private static func end(ofTag text: Substring) -> Substring.Index? {
    var isQuoted = false
    return text.indices.first { index in
      if text[index] == "\"" { isQuoted.toggle() }
      return text[index] == ">" && !isQuoted
    }
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var parts = text.split(separator: "\"", omittingEmptySubsequences: false)[...]
    while parts.count > 1 {
      let name = parts.removeFirst().drop { $0.isWhitespace }.dropLast()
      found[String(name)] = plain(parts.removeFirst())
    }
    return found
  }

  /// Text without entities.
  private static func plain(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var plain = ""
    for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ";") else {
        plain += part
        continue
      }
      let name = part[..<end]
      let known = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "nbsp": " "]
      let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      plain += known[String(name)] ?? code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
      plain += part[part.index(after: end)...]
    }
    return plain
  }

  private mutating func add(text: Substring) {
    guard !text.isEmpty, let index = stack.lastIndex(where: { !Self.inline.contains($0.name) }) else {
      return
    }
    stack[index].text += Self.plain(text) + " "
  }

  private mutating func enter(_ name: String, _ attributes: [String: String]) {
    let classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
    stack.append(Element(name: name, classes: classes))
    switch name {
    case "section":
      // Panels of the first screen have no id.
      guard let id = attributes["id"] else { break }
      section = id
      heading = ""
    case "svg": ordinals = [:]
    case "ol", "ul": item = 0
    case "li": item += 1
    case "footer": section = "foot"
    case "table": tables.append(Table())
    case "thead": change { $0.isHead = true }
    case "tbody", "tfoot": change { $0.isHead = false }
    case "tr":
      change {
        $0.cell = -1
        $0.row = ""
        $0.number += $0.isHead ? 0 : 1
      }
    case "td", "th": change { $0.cell += 1 }
    default: break
    }
    if let label = attributes["aria-label"] { note("label", label) }
  }

  private mutating func leave(_ name: String) {
    guard stack.contains(where: { $0.name == name }) else { return }
    while let element = stack.last {
      if !Self.inline.contains(element.name) { finish(element) }
      stack.removeLast()
      if element.name == name { break }
    }
    if name == "table" { tables.removeLast() }
  }

  private mutating func finish(_ element: Element) {
    let text = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch element.name {
    case "title" where stack.count > 1: stack[stack.count - 2].title = text
    case "caption": change { $0.caption = text }
    case "th" where tables.last?.isHead == true: change { $0.columns.append(text) }
    case "th", "td": change { if $0.cell == 0 { $0.row = text } }
    default: break
    }
    if !text.isEmpty { note(element.name, text) }
    switch element.name {
    case "h2", "h3":
      heading = text
      position = 0
    case "dt": term = text
    case "dd": position += 1
    default: break
    }
  }

  private mutating func change(_ body: (inout Table) -> Void) {
    if !tables.isEmpty { body(&tables[tables.count - 1]) }
  }

  private mutating func note(_ element: String, _ text: String) {
    let classes = stack.flatMap(\.classes)
    var place = Place(
      section: section,
      element: element,
      classes: Set(classes),
      heading: heading,
      term: term,
      position: position,
      item: item,
      text: text
    )
    let kind = element + classes.joined(separator: ".")
    place.ordinal = ordinals[kind, default: 0]
    ordinals[kind, default: 0] += 1
    if let table = tables.last {
      place.caption = table.caption
      place.columns = table.columns
      if !table.isHead, table.cell >= 0 {
        place.row = table.row
        place.column = table.columns.indices.contains(table.cell) ? table.columns[table.cell] : ""
        place.rowNumber = table.number
      }
    }
    place.group = stack.dropLast(element == "title" ? 2 : 0).last { !$0.title.isEmpty }?.title ?? ""
    place.before = places.last?.text ?? ""
    places.append(place)
  }
}
