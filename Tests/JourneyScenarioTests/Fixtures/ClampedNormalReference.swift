import Foundation

/// The normal density, for sums that check closed forms.
enum ClampedNormalReference {
  static func density(_ z: Double) -> Double { exp(-z * z / 2) }
}
