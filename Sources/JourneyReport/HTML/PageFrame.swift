/// What surrounds the content of every page.
enum PageFrame {
  /// What a page may load: nothing but its own style and script.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    + "base-uri 'none'; form-action 'none'"

  /// A page as text.
  ///
  /// - Parameters:
  ///   - description: what it holds, for those who list pages.
  ///   - style: what its style sheet has besides that of every page.
  ///   - live: what it says where it follows a file while it is served.
  static func html(
    title: String,
    description: String? = nil,
    style: [HTMLNode] = [],
    live: LiveNote?,
    _ body: [HTMLNode]
  ) -> String {
    let head: [HTMLNode] = [
      .el(.meta, [HTMLAttribute(.charset, "utf-8")]),
      meta(HTMLAttribute(.name, "viewport"), "width=device-width, initial-scale=1"),
      meta(HTMLAttribute(.httpEquiv, "Content-Security-Policy"), live == nil ? policy : LiveNote.policy),
      live?.meta ?? .none,
      meta(HTMLAttribute(.name, "color-scheme"), "light dark"),
      description.map { meta(HTMLAttribute(.name, "description"), $0) } ?? .none,
      .el(.title, title),
      .el(.style, [], Stylesheet.parts.map(HTMLNode.program) + style),
      .el(.script, [], [.program(PageScript.early)]),
    ]
    let page = HTMLNode.el(
      .html,
      [HTMLAttribute(.lang, "en")],
      [.el(.head, [], head), .el(.body, [], body + [live?.script ?? .none])]
    )
    return "<!doctype html>\n" + page.html + "\n"
  }

  private static func meta(_ name: HTMLAttribute, _ content: String) -> HTMLNode {
    .el(.meta, [name, HTMLAttribute(.content, content)])
  }
}
