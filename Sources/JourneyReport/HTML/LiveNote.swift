/// What a served page says about itself at its top, and how it knows that there is a newer one.
public struct LiveNote: Sendable, Hashable {
  /// The page's number; where the server has another one, the page loads anew.
  public var version: Int
  /// What its figures are worth, or what it waits for.
  public var text: String
  /// Whether better ones follow by themselves.
  public var isProvisional: Bool

  /// Creates a note.
  public init(version: Int, text: String, isProvisional: Bool) {
    self.version = version
    self.text = text
    self.isProvisional = isProvisional
  }

  /// What a served page may load: as any other page, and its version from where it came.
  static let policy = PageFrame.policy + "; connect-src 'self'"

  /// The version, for the script.
  var meta: HTMLNode {
    .el(.meta, [HTMLAttribute(.name, "journey-version"), HTMLAttribute(.content, "\(version)")])
  }

  /// The words at the top.
  var banner: HTMLNode {
    .group([
      .el(.style, [], [.program(Self.style)]),
      .el(
        .p,
        [
          HTMLAttribute(.id, "live"), .classes(isProvisional ? "live quick" : "live"),
          HTMLAttribute(.role, "status"),
        ],
        [.text(text)]
      ),
    ])
  }

  /// Asks for the version and loads the page anew where there is another one; browsers keep the place in it.
  var script: HTMLNode { .el(.script, [], [.program(Self.program)]) }

  private static let style: StaticString = """
    .live{background:var(--panel);color:var(--soft);border-bottom:1px solid var(--rule);font-size:14px;\
    padding:7px 24px;text-align:center}.live.quick{color:var(--ink);font-weight:700;border-bottom:3px solid var(--open)}\
    @media print{.live:not(.quick){display:none}}
    """

  private static let program: StaticString = """
    (function(){var v=document.querySelector("meta[name=journey-version]").content,p=document.getElementById("live"),\
    lost=false;setInterval(function(){fetch("/version",{cache:"no-store"}).then(function(r){if(r.ok)return r.text()})\
    .then(function(t){if(t&&(t!==v||lost))location.reload()}).catch(function(){lost=true;\
    p.textContent="journey watch has ended: this page no longer follows the file."})},500)})();
    """
}
