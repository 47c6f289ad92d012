import JourneyDiagram

/// Writes choices that the style sheet alone acts upon: one button of a group is on, and the drawing beside them shows
/// what it stands for. Browsers that cannot do that see no buttons and the whole drawing; so does paper.
enum ChoicePage {
  /// All of the journeys in a drawing, or one.
  static func routes(_ picture: JourneyPicture) -> HTMLNode {
    guard picture.paths.count > 1 else { return .none }
    return buttons(
      "Show",
      group: "route",
      ["all"] + picture.paths.map { "journey \($0.number)" },
      names: ["all journeys"] + picture.paths.map { "journey \($0.number): \($0.steps)" }
    )
  }

  /// Everybody's feelings, or one persona's.
  static func personas(_ curve: FeelingCurve) -> HTMLNode {
    guard !curve.personas.isEmpty else { return .none }
    return buttons("Whose", group: "who", ["everybody"] + curve.personas.map(\.name))
  }

  /// - Parameters:
  ///   - group: begins the buttons' ids, "group-0" for the first, which is on.
  ///   - names: what assistive technology reads for each, where its label is short.
  static func buttons(_ legend: String, group: String, _ labels: [String], names: [String] = []) -> HTMLNode {
    .el(
      .fieldset,
      "choose",
      [.el(.legend, legend)]
        + labels.enumerated().map { index, label in
          var attributes = [
            HTMLAttribute(.type, "radio"), HTMLAttribute(.name, group),
            HTMLAttribute(.id, "\(group)-\(index)"),
          ]
          if index == 0 { attributes.append(HTMLAttribute(.checked, "")) }
          if names.indices.contains(index) { attributes.append(HTMLAttribute(.label, names[index])) }
          return .el(.label, [], [.el(.input, attributes), .text(label)])
        }
    )
  }
}
