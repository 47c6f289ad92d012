extension Stylesheet {
  /// Two kinds of uncertainty in one strip.
  static let doubt: StaticString = """
    .doubt{stroke:var(--ink);stroke-width:2}.thin.point{stroke-width:8}.forest .words small{display:block;margin:0}
    """
}
