import Foundation
import JourneyTestSupport

/// A browser without a window, where there is one.
enum Browser {
  /// Where Chromium is; nil without one, and tests that need it are skipped.
  static let path: String? = ["chromium", "chromium-browser", "google-chrome"].map { "/usr/bin/" + $0 }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What a run wrote to standard output and standard error.
  struct Answer {
    var output: String
    var errors: String
  }

  /// Opens a page of so many pixels of width.
  static func open(_ html: String, width: Int, dark: Bool = false, _ more: [String]) throws -> Answer {
    let folder = try TemporaryFolder()
    let page = try folder.write(html, "page.html")
    let output = try folder.write("", "output")
    let errors = try folder.write("", "errors")
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/chromium")
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
        "--v=0",
        "--user-data-dir=\(folder.path("profile"))", "--window-size=\(width),900",
        "--blink-settings=preferredColorScheme=\(dark ? 0 : 1)",
      ] + more + ["file://" + page]
    // Files, unlike pipes, never fill up.
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    let limit = Date.now.addingTimeInterval(300)
    while process.isRunning, Date.now < limit { Thread.sleep(forTimeInterval: 0.05) }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return Answer(
      output: String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self)
    )
  }

  /// Faults that a script finds in the page as it is laid out, one a line; the first line is "checked".
  ///
  /// The page stands in a frame of `width` pixels, since a window has a least width of its own.
  static func faults(of html: String, width: Int, dark: Bool = false) throws -> (
    faults: [String], console: [String]
  ) {
    let folder = try TemporaryFolder()
    let inner = try folder.write(html + "<script>\(check)</script>", "inner.html")
    let outer =
      "<!doctype html><title>-</title><iframe src=\"file://\(inner)\" style=\"border:0;width:\(width)px;height:900px\">"
      + "</iframe><pre id=\"answer\"></pre><script>addEventListener('message',function(e){"
      + "document.getElementById('answer').textContent=e.data})</script>"
    let answer = try open(
      outer,
      width: max(width, 800),
      dark: dark,
      ["--virtual-time-budget=4000", "--dump-dom"]
    )
    let text = answer.output.components(separatedBy: "<pre id=\"answer\">").last ?? ""
    let lines = text.components(separatedBy: "</pre>")[0].components(separatedBy: "\n")
    return (lines, answer.errors.components(separatedBy: "\n").filter { $0.contains("CONSOLE") })
  }

  /// Looks for what a reader would stumble over.
  private static let check = """
    addEventListener("load",function(){document.querySelectorAll("details").forEach(function(d){d.open=true});
    var d=document,found=["checked "+innerWidth],all=function(s){return Array.from(d.querySelectorAll(s))};
    function say(what,e){found.push(what+": "+(e?e.outerHTML.slice(0,90):""))}
    function named(e){return e.getAttribute("aria-label")||e.getAttribute("aria-labelledby")||e.textContent.trim()}
    var over=d.scrollingElement.scrollWidth-innerWidth;if(over>0)say("sideways scroll by "+over);
    var ids={};all("[id]").forEach(function(e){if(ids[e.id])say("id twice",e);ids[e.id]=1});
    var last=0;all("h1,h2,h3,h4").forEach(function(e){var l=+e.tagName[1];if(l>last+1)say("heading skips a level",e);last=l});
    if(all("h1").length!==1)say("not one h1");
    all("svg:not([aria-hidden])").forEach(function(e){if(e.getAttribute("role")!=="img"||!e.getAttribute("aria-label"))say("drawing without a name",e)});
    all("a,button,summary,[role=region],section,nav").forEach(function(e){if(!named(e))say("no name",e)});
    all("table").forEach(function(e){if(!e.caption)say("table without caption",e);if(!e.querySelector("th[scope]"))say("table without headers",e)});
    all("body *").forEach(function(e){var s=getComputedStyle(e);
    if(/auto|scroll/.test(s.overflowX)&&e.scrollWidth>e.clientWidth+1&&e.tabIndex<0&&!e.querySelector("a,button"))say("scrolls without keys",e)});
    var w=d.createTreeWalker(d.body,4),n;while(n=w.nextNode()){var p=n.parentElement;if(!n.data.trim()||p.closest("script,style,title"))continue;
    var g=p.closest("svg"),size=parseFloat(getComputedStyle(p).fontSize),scale=g&&g.getScreenCTM()?g.getScreenCTM().a:1;
    if(!p.getClientRects().length)continue;
    if(size*scale<(g?9.6:12))say("text of "+(size*scale).toFixed(1)+" px",p)}
    parent.postMessage(found.join("\\n"),"*")});
    """
}
