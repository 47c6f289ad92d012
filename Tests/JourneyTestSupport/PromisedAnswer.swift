import Foundation

/// A number that a scenario's comment promises, so that comments cannot lie:
///
///     # exact: goal 0.2158750170
///     # exact: outcome leave 0.7841249830
///     # exact: visits of help 0.2395393212
///     # exact in close help: goal 0.2013071895
///     # exact difference in no pain: satisfaction 1.9998323379
public struct PromisedAnswer: Sendable, Hashable, CustomStringConvertible {
  /// The comment, as it stands.
  public var description: String
  /// The variant that it speaks of, or nil for the baseline.
  public var variant: String?
  /// Whether it is the variant minus the baseline.
  public var isDifference: Bool
  /// A metric id, `outcome NAME` or `visits of NAME`.
  public var quantity: String
  /// The promised number.
  public var value: Double
  /// Half a unit of the last digit that is written.
  public var rounding: Double

  /// Reads a comment, or nil where it promises nothing.
  public init?(comment: some StringProtocol) {
    let start = "# exact"
    guard comment.hasPrefix(start), let colon = comment.lastIndex(of: ":") else { return nil }
    let subject = comment[comment.index(comment.startIndex, offsetBy: start.count)..<colon]
    let words = comment[comment.index(after: colon)...].split(separator: " ")
    guard words.count >= 2, let last = words.last, let value = Double(last) else { return nil }
    switch subject {
    case "": (isDifference, variant) = (false, nil)
    case _ where subject.hasPrefix(" difference in "):
      (isDifference, variant) = (true, String(subject.dropFirst(15)))
    case _ where subject.hasPrefix(" in "): (isDifference, variant) = (false, String(subject.dropFirst(4)))
    default: return nil
    }
    description = String(comment)
    quantity = words.dropLast().joined(separator: " ")
    self.value = value
    let decimals = last.split(separator: ".").dropFirst().first?.count ?? 9
    rounding = 0.5 * pow(10, -Double(decimals))
  }

  /// All promises in a text. A comment that begins like one and cannot be read is returned apart.
  public static func all(in text: String) -> (answers: [PromisedAnswer], unread: [String]) {
    var answers: [PromisedAnswer] = []
    var unread: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("# exact") {
      if let answer = PromisedAnswer(comment: line) {
        answers.append(answer)
      } else {
        unread.append(String(line))
      }
    }
    return (answers, unread)
  }
}
