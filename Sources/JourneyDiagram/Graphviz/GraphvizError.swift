/// Why Graphviz gave no drawing.
public struct GraphvizError: Error, Equatable, CustomStringConvertible {
  /// The step that failed.
  public let step: Step
  /// What Graphviz said, one line each.
  public let messages: [String]

  /// The steps from text to drawing.
  public enum Step: String, Sendable {
    /// Graphviz could not be started or memory ran out.
    case start
    /// The text is not DOT.
    case read
    /// The layout engine is unknown or gave up.
    case layout
    /// The format is unknown or drawing failed.
    case draw
  }

  /// An error of a step, with what Graphviz said.
  public init(step: Step, messages: [String]) {
    self.step = step
    self.messages = messages
  }

  /// What failed and why, in one line.
  public var description: String {
    let what =
      switch step {
      case .start: "Graphviz did not start"
      case .read: "Graphviz could not read the drawing"
      case .layout: "Graphviz could not lay out the drawing"
      case .draw: "Graphviz could not draw"
      }
    return messages.isEmpty ? what : "\(what): \(messages.joined(separator: "; "))"
  }
}
