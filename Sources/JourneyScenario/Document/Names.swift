import Foundation

extension String {
  /// The text in Unicode normalisation form C, in which names are compared and ordered.
  ///
  /// - Complexity: O(length); text below U+0300 is in that form already and is returned as it is.
  package var nfc: String {
    for scalar in unicodeScalars where scalar.value >= 0x300 {
      return precomposedStringWithCanonicalMapping
    }
    return self
  }
}
