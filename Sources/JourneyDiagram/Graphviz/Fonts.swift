import CGraphviz

/// The fonts that Graphviz draws with.
enum Fonts {
  /// Characters of a text that no installed font has, each once and in its order: they are drawn as boxes.
  ///
  /// Empty where nobody can tell, which is so before the first drawing.
  static func missing(from text: String) -> [Character] {
    var seen: Set<Unicode.Scalar> = []
    return text.unicodeScalars.filter { scalar in
      // Signs without a shape of their own need no font.
      let isShapeless = scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
      return !scalar.isASCII && !isShapeless && seen.insert(scalar).inserted
        && journey_font_has(scalar.value) == 0
    }.map(Character.init)
  }
}
