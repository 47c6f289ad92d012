/// What a finding's code means, for `journey explain`.
public struct Explanation: Sendable {
  /// The code.
  public var code: FindingCode
  /// Why the rule is there and what to do.
  public var paragraph: String
  /// A text that breaks the rule.
  public var wrong: String
  /// The same text, mended.
  public var right: String
  /// Whether the examples are parts of a scenario; otherwise they are words about files.
  public var isScenario: Bool

  init(_ code: FindingCode, _ paragraph: String, wrong: String, right: String, isScenario: Bool = true) {
    self.code = code
    self.paragraph = paragraph
    self.wrong = wrong
    self.right = right
    self.isScenario = isScenario
  }
}

/// The explanations of all codes.
public enum ExplanationCatalogue {
  /// All of them, in the order in which a scenario is read.
  public static let all: [Explanation] = files + values + names + rows + journeys

  /// The explanation of a code, or nil where there is none.
  public static func explanation(of code: FindingCode) -> Explanation? { all.first { $0.code == code } }
}
