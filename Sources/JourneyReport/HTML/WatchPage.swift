import JourneyDiagnostics

/// The pages that are served while there is no report: before the first, and while the file cannot be run.
public enum WatchPage {
  /// What is said until there is something to show.
  public static func waiting(_ path: String, version: Int) -> String {
    page(
      "Simulating \(path)",
      LiveNote(version: version, text: "The first figures follow in a moment.", isProvisional: true),
      []
    )
  }

  /// Every finding of a file that cannot be run, as a terminal shows them.
  public static func findings(_ path: String, _ text: String, count: Int, version: Int) -> String {
    let words = count == 1 ? "one finding" : Language.count(count, "finding")
    return page(
      "\(path) cannot be run: \(words)",
      LiveNote(version: version, text: "Save the file to try again.", isProvisional: true),
      [.el(.pre, [HTMLAttribute(.tabindex, "0")], [.el(.code, text)])]
    )
  }

  /// Why there is no report although the file can be read.
  public static func trouble(_ path: String, _ message: String, version: Int) -> String {
    page(
      "There is no report of \(path)",
      LiveNote(version: version, text: "Save the file to try again.", isProvisional: true),
      [.el(.p, "lede", Language.sentence(message))]
    )
  }

  private static func page(_ title: String, _ live: LiveNote, _ content: [HTMLNode]) -> String {
    PageFrame.html(
      title: title,
      live: live,
      [live.banner, .el(.main, "page top", [.el(.h1, title)] + content)]
    )
  }
}
