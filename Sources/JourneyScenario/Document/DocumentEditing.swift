extension DocumentNode {
  /// Merges another value into this one: mappings by key, lists and single values replace, nothing deletes.
  ///
  /// `onMissing` is called with each key that was to be deleted but does not stand there.
  ///
  /// - Complexity: O(entries of both).
  mutating func merge(_ other: DocumentNode, onMissing: (DocumentKey) -> Void = { _ in }) {
    guard case .mapping(var entries) = content, let changes = other.entries else {
      self = other
      return
    }
    var index: [String: Int] = [:]
    for (at, entry) in entries.enumerated() { index[entry.key.name] = at }
    var deleted: Set<Int> = []
    for change in changes {
      if let at = index[change.key.name] {
        if change.value.isNull {
          deleted.insert(at)
        } else {
          deleted.remove(at)
          // Taken out while it is changed, so that the part is not copied.
          var value = DocumentNode(.scalar(""), at: place)
          swap(&value, &entries[at].value)
          value.merge(change.value, onMissing: onMissing)
          entries[at] = DocumentEntry(key: entries[at].key, value: value)
        }
      } else if change.value.isNull {
        onMissing(change.key)
      } else {
        index[change.key.name] = entries.count
        entries.append(DocumentEntry(key: change.key, value: change.value.withoutDeletions(onMissing)))
      }
    }
    if !deleted.isEmpty {
      entries = entries.enumerated().filter { !deleted.contains($0.offset) }.map(\.element)
    }
    content = .mapping(entries)
  }

  /// A part that is new: a deletion inside it deletes nothing.
  private func withoutDeletions(_ onMissing: (DocumentKey) -> Void) -> DocumentNode {
    guard let entries else { return self }
    var copy = self
    copy.content = .mapping(
      entries.compactMap { entry in
        if entry.value.isNull {
          onMissing(entry.key)
          return nil
        }
        return DocumentEntry(key: entry.key, value: entry.value.withoutDeletions(onMissing))
      }
    )
    return copy
  }

  /// Why a path leads nowhere.
  enum PathProblem: Error {
    /// There is no such key; the keys that there are.
    case unknown(segment: Int, known: [String])
    /// The value above the segment is no mapping.
    case notMapping(segment: Int)
  }

  /// Sets the value at a path; nothing (`null`) deletes it.
  ///
  /// Keys of the language that are not written yet are created on the way; names of the analyst's must exist.
  mutating func set(_ path: [String], to value: DocumentNode, key mark: Mark) throws(PathProblem) {
    try set(path[...], to: value, key: mark, shape: .mapping { KeyCatalogue.scenario })
  }

  private mutating func set(
    _ path: ArraySlice<String>,
    to value: DocumentNode,
    key mark: Mark,
    shape: Shape.Kind
  ) throws(PathProblem) {
    guard let name = path.first else { return }
    let rest = path.dropFirst()
    if isNull { content = .mapping([]) }
    guard case .mapping(var entries) = content else { throw .notMapping(segment: path.startIndex) }
    let at = entries.firstIndex { $0.key.name == name }
    if rest.isEmpty {
      let entry = DocumentEntry(key: DocumentKey(name: name, mark: mark), value: value)
      if let at, value.isNull {
        entries.remove(at: at)
      } else if let at {
        entries[at].value = value
      } else if value.isNull {
        throw .unknown(segment: path.startIndex, known: entries.map(\.key.name))
      } else {
        entries.append(entry)
      }
    } else {
      let inner = shape.value(of: name)
      if let at {
        var child = entries[at].value
        try child.set(rest, to: value, key: mark, shape: inner)
        entries[at].value = child
      } else if shape.isFixed(name) {
        var child = DocumentNode(.mapping([]), at: value.place)
        try child.set(rest, to: value, key: mark, shape: inner)
        entries.append(DocumentEntry(key: DocumentKey(name: name, mark: mark), value: child))
      } else {
        throw .unknown(segment: path.startIndex, known: entries.map(\.key.name))
      }
    }
    content = .mapping(entries)
  }
}

extension Shape.Kind {
  /// What stands under a key, as far as the language says.
  fileprivate func value(of name: String) -> Shape.Kind {
    switch self {
    case .mapping(let shape): shape().keys.first { $0.name == name }?.kind ?? .anything
    case .named(let kind): kind
    default: .anything
    }
  }

  /// Whether a key is the language's, not a name of the analyst's.
  fileprivate func isFixed(_ name: String) -> Bool {
    if case .mapping(let shape) = self { return shape().keys.contains { $0.name == name } }
    return false
  }
}
