import ArgumentParser
import JourneyScenario

/// `journey explain`: what the code of a finding means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain the code of a finding, with a wrong and a right example.",
    discussion: """
      Examples:
        journey explain row-total
        journey explain            lists all codes
      """
  )

  @Argument(help: "The code, as in row-total; all codes are listed without one.")
  var code: String?

  func run() throws {
    guard let code else {
      for explanation in ExplanationCatalogue.all {
        let end = explanation.paragraph.firstIndex { ".:;".contains($0) } ?? explanation.paragraph.endIndex
        let name = explanation.code.rawValue
        print(name + String(repeating: " ", count: max(1, 20 - name.count)) + explanation.paragraph[..<end])
      }
      return
    }
    guard let known = FindingCode(rawValue: code),
      let explanation = ExplanationCatalogue.explanation(of: known)
    else {
      let nearest = Suggestion.nearest(to: code, among: FindingCode.allCases.map(\.rawValue))
      try Complaint.end(
        "there is no code \(code)"
          + (nearest.map { "; did you mean \($0)?" } ?? "; journey explain lists all"),
        .validationFailure
      )
    }
    print(explanation.code.rawValue)
    print("")
    print(explanation.paragraph)
    print("")
    print("Wrong:")
    print(Self.indented(explanation.wrong))
    print("Right:")
    print(Self.indented(explanation.right))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
}
