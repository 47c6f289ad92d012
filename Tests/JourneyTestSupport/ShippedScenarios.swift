import Foundation

/// The scenarios that the package ships, and the answers that their comments promise.
public enum ShippedScenarios {
  /// All of them, as paths below `Scenarios`, in alphabetical order.
  public static let all: [String] = files(in: "") + files(in: "analytic/")

  /// Those with closed-form answers.
  public static let analytic: [String] = files(in: "analytic/")

  /// The showcases: whole journeys of one industry each.
  public static let showcases = ["energy-move.yaml", "insurance-claim.yaml", "retailer.yaml"]

  /// Where a scenario is on this machine.
  public static func path(_ name: String) -> String {
    ProjectFiles.scenarios.appending(path: name).path(percentEncoded: false)
  }

  /// The text of a scenario.
  public static func text(_ name: String) throws -> String {
    try String(contentsOf: ProjectFiles.scenarios.appending(path: name), encoding: .utf8)
  }

  private static func files(in folder: String) -> [String] {
    let place = ProjectFiles.scenarios.appending(path: folder).path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { folder + $0 }
  }
}
