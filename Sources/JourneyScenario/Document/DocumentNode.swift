/// Where a value begins: a file of the document, a line and a column in Unicode scalars, both from 1.
package struct Place: Sendable, Hashable {
  /// Index of the file in the document's sources.
  package var file: UInt16
  /// Line, from 1.
  package var line: UInt32
  /// Column, from 1.
  package var column: UInt32

  package init(file: Int, line: Int, column: Int) {
    self.file = UInt16(clamping: file)
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }
}

/// A place together with the text that stands there; the end is worked out from the source only when a finding
/// needs it, so that reading a large file costs nothing for it.
package struct Mark: Sendable, Hashable {
  /// Where it begins.
  package var place: Place
  /// The value as read, or nil for a mapping or a list.
  package var text: String?

  package init(place: Place, text: String? = nil) {
    self.place = place
    self.text = text
  }
}

/// A key of a mapping, as written.
package struct DocumentKey: Sendable {
  /// The name in NFC.
  package var name: String
  /// The place with the text as written.
  package var mark: Mark

  /// The key as written; a key that a path created stands at the path, and is its last name.
  package var written: String {
    if let text = mark.text, text.nfc == name { return text }
    return name
  }
}

/// A key and its value.
package struct DocumentEntry: Sendable {
  /// The key.
  package var key: DocumentKey
  /// The value.
  package var value: DocumentNode
}

/// A value of a scenario file that remembers where it stands.
package struct DocumentNode: Sendable {
  /// What is written.
  package enum Content: Sendable {
    /// A single value, never interpreted here.
    case scalar(String)
    /// A list.
    case sequence([DocumentNode])
    /// A mapping in the order of the file; no key stands twice.
    case mapping([DocumentEntry])
  }

  /// What is written.
  package var content: Content
  /// Where it begins.
  package var place: Place
  /// Whether a scalar was written without quotes.
  package var isPlain: Bool

  package init(_ content: Content, at place: Place, isPlain: Bool = true) {
    self.content = content
    self.place = place
    self.isPlain = isPlain
  }

  /// The place with the text that stands there.
  package var mark: Mark {
    if case .scalar(let text) = content { return Mark(place: place, text: text) }
    return Mark(place: place, text: nil)
  }

  /// Whether nothing is written: an empty value, `~` or `null` without quotes.
  package var isNull: Bool {
    guard isPlain, case .scalar(let text) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Whether a single value here or further down satisfies something.
  ///
  /// - Complexity: O(values), until one is found.
  func hasScalar(where isWanted: (String) -> Bool) -> Bool {
    switch content {
    case .scalar(let text): isWanted(text)
    case .sequence(let nodes): nodes.contains { $0.hasScalar(where: isWanted) }
    case .mapping(let entries): entries.contains { $0.value.hasScalar(where: isWanted) }
    }
  }

  /// The entries of a mapping, or nil for anything else.
  package var entries: [DocumentEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// The value of a key.
  ///
  /// - Complexity: O(entries).
  package subscript(key: String) -> DocumentNode? {
    entries?.first { $0.key.name == key }?.value
  }
}
