/// Seven classes of a touchpoint's share of all dissatisfaction.
///
/// The bounds were chosen for 25 touchpoints and shrink or grow with their number, so that an even spread looks the
/// same in a small and in a large journey.
public struct HeatScale: Sendable, Equatable {
  /// Lower bounds of the second to the seventh class, as shares.
  public let bounds: [Double]

  /// The scale for a journey of so many touchpoints (at least 1; more than 200 count as 200).
  public init(touchpoints: Int) {
    let count = Double(min(max(1, touchpoints), 200))
    // Half of everything at one place is hot in a journey of any size.
    let factor = min(25 / count, 4)
    bounds = [0.012, 0.025, 0.045, 0.07, 0.10, 0.13].map { min(0.9, $0 * factor) }
  }

  /// The class of a share: 0 (least) to 6.
  public func level(of share: Double) -> Int {
    bounds.lastIndex { share >= $0 }.map { $0 + 1 } ?? 0
  }

  /// The seven classes in words: "<1.2%", "1.2", …, "13%+".
  public var labels: [String] {
    let texts = bounds.map(Self.percent)
    guard let first = texts.first, let last = texts.last else { return [] }
    return ["<\(first)%"] + texts.dropLast() + ["\(last)%+"]
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
