/// The scenario language as a JSON Schema (draft 7), generated from the catalogue of keys, for editors.
public enum JSONSchema {
  /// The schema, indented, ending in a line end.
  public static let text: String = {
    var schema = object(KeyCatalogue.scenario)
    schema.insert(("$schema", .text("http://json-schema.org/draft-07/schema#")), at: 0)
    schema.insert(("title", .text("Scenario of a customer journey")), at: 1)
    return JSONTree.object(schema).text(indent: 0) + "\n"
  }()

  private static func object(_ shape: Shape) -> [(String, JSONTree)] {
    var members: [(String, JSONTree)] = [
      ("type", .text("object")),
      ("properties", .object(shape.keys.map { ($0.name, property($0)) })),
      ("additionalProperties", .raw("false")),
    ]
    // What another file brings cannot be seen from here, so nothing is required beside `extends`.
    let required = shape.keys.filter(\.isRequired).map { JSONTree.text($0.name) }
    if !required.isEmpty, shape.title != KeyCatalogue.scenario.title {
      members.append(("required", .list(required)))
    }
    return members
  }

  private static func property(_ key: Shape.Key) -> JSONTree {
    var words = key.summary
    if let unit = key.unit { words += " Unit: \(unit)." }
    if let statistic = key.statistic { words += " Statistic: \(statistic)." }
    if let standard = key.standard { words += " Default: \(standard)." }
    words += " Example: \(key.example)"
    return .object([("description", .text(words))] + value(key.kind))
  }

  private static func value(_ kind: Shape.Kind) -> [(String, JSONTree)] {
    switch kind {
    case .text, .name: [("type", .list([.text("string"), .text("number"), .text("boolean")]))]
    case .count, .seed: [("type", .list([.text("integer"), .text("string")]))]
    case .choice(let words): [("enum", .list(words.map { .text($0) }))]
    case .list(let inner):
      [
        (
          "oneOf",
          .list([
            .object([("type", .text("array")), ("items", .object(value(inner)))]), .object(value(inner)),
          ])
        )
      ]
    case .named(let inner):
      [("type", .text("object")), ("additionalProperties", .object(nullable(inner)))]
    case .mapping(let shape): object(shape())
    case .row, .hits:
      [
        (
          "oneOf",
          .list([
            .object([("type", .text("object")), ("additionalProperties", .object(single))]), .object(single),
          ])
        )
      ]
    case .quality:
      [
        (
          "oneOf",
          .list([
            .object(single), .object([("type", .text("object")), ("additionalProperties", .object(single))]),
          ])
        )
      ]
    case .outcome: [("oneOf", .list([.object([("enum", outcomes)]), .object(object(KeyCatalogue.outcome))]))]
    case .anything: []
    case .number, .probability, .points, .handoffPoints, .severity, .duration, .fixedDuration, .money, .rate,
      .sharePerYear, .baseline, .visits, .colour, .comparison, .observation:
      single
    }
  }

  /// A mapping of the analyst's may be written without a value: everything at its default.
  private static func nullable(_ kind: Shape.Kind) -> [(String, JSONTree)] {
    guard case .mapping(let shape) = kind, !shape().keys.contains(where: \.isRequired) else {
      return value(kind)
    }
    return [("oneOf", .list([.object(value(kind)), .object([("type", .text("null"))])]))]
  }

  private static let outcomes = JSONTree.list([.text("goal"), .text("loss"), .text("neutral")])
  private static let single: [(String, JSONTree)] = [("type", .list([.text("string"), .text("number")]))]
}

/// A JSON value with its members in a given order.
private enum JSONTree {
  case text(String)
  case raw(String)
  case list([JSONTree])
  case object([(String, JSONTree)])

  func text(indent: Int) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .raw(let text): return text
    case .list(let items):
      return "[" + items.map { $0.text(indent: indent) }.joined(separator: ", ") + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: indent + 1))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }
}
