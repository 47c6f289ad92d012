import Foundation
import JourneyCommands
import JourneyTestSupport
import Testing

@Suite("journey report")
struct ReportCommandTests {
  private let scenario = ProjectFiles.scenarios.appending(path: "first-steps.yaml").path

  /// A program that stands for a browser: it gets the path of the PDF as `$target`.
  private func browser(_ script: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path("browser")
    let text = """
      #!/bin/sh
      for word in "$@"; do
        case "$word" in --print-to-pdf=*) target="${word#--print-to-pdf=}" ;; file://*) page="$word" ;; esac
      done
      \(script)
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func report(
    _ arguments: [String],
    in folder: TemporaryFolder,
    _ environment: [String: String] = [:]
  ) throws -> CommandRun {
    try CommandRun(
      ["report", scenario, "--travellers", "500"] + arguments,
      folder: folder.url,
      environment: environment
    )
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0 != "browser" }.sorted()
  }

  @Test("writes a summary in Markdown to a file, a folder or standard output")
  func markdown() throws {
    let folder = try TemporaryFolder()
    let shown = try report(["--format", "md", "-o", "-"], in: folder)
    #expect(shown.exitCode == 0)
    #expect(shown.output.hasPrefix("# Do this first: mend “surprise fees”."))
    #expect(try report(["-o", "summary.md"], in: folder).exitCode == 0)
    #expect(try report(["--format", "md"], in: folder).exitCode == 0)
    #expect(try names(folder) == ["first-steps.md", "summary.md"])
    for name in try names(folder) {
      #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8) == shown.output)
    }
  }

  @Test("has the headline and the effect of the other commands in both formats")
  func agrees() throws {
    let folder = try TemporaryFolder()
    let page = try report(["-o", "-"], in: folder).output
    let summary = try report(["--format", "md", "-o", "-"], in: folder).output
    let headline = try #require(summary.split(separator: "\n").first).dropFirst(2)
    #expect(page.contains("<h1>\(headline)</h1>"))
    let json = try CommandRun(["what-if", scenario, "--travellers", "500"]).output
    #expect(json.hasPrefix(String(headline)))
  }

  @Test("prints the page with a browser, which gets a profile of its own and is asked for nothing else")
  func pdf() throws {
    let folder = try TemporaryFolder()
    let script = """
      grep -q "<h1>Do this first" "${page#file://}" || exit 9
      for word in "$@"; do
        case "$word" in --user-data-dir=*/journey-print-*/profile) own=1 ;; "--host-resolver-rules=MAP * ~NOTFOUND") off=1 ;; esac
      done
      [ "$own$off" = 11 ] || exit 8
      printf '%%PDF-1.4 small\\n%%%%EOF\\n' > "$target"
      """
    let environment = ["JOURNEY_BROWSER": try browser(script, in: folder)]
    let both = try report(["--pdf"], in: folder, environment)
    #expect(both.exitCode == 0, "\(both.errors)")
    #expect(try names(folder) == ["first-steps.html", "first-steps.pdf"])
    let written = try String(contentsOfFile: folder.path("first-steps.pdf"), encoding: .utf8)
    #expect(written == "%PDF-1.4 small\n%%EOF\n")
    let alone = try TemporaryFolder()
    #expect(try report(["-o", "a.pdf"], in: alone, environment).exitCode == 0)
    #expect(try names(alone) == ["a.pdf"])
    #expect(try report(["--format", "pdf", "-o", "-"], in: alone, environment).output == written)
  }

  @Test(
    "without a browser, or with one that fails, writes the pictures as PDF, says so and ends with 1",
    arguments: [
      (nil, "no browser is there"), ("exit 3", "failed with exit code 3"),
      ("exit 0", "without writing a PDF"),
      ("printf '%%PDF-1.4 cut' > \"$target\"", "did not write a whole PDF"),
    ] as [(String?, String)]
  )
  func withoutBrowser(script: String?, words: String) throws {
    let folder = try TemporaryFolder()
    let environment =
      try script.map { ["JOURNEY_BROWSER": try browser($0, in: folder)] } ?? ["PATH": "/no/such"]
    let run = try report(["--pdf"], in: folder, environment)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("the pictures of the report are written as PDF instead"))
    let pictures = ["hotspots", "map", "paths"].map { "first-steps-\($0).pdf" }
    #expect(try names(folder) == pictures + ["first-steps.html"])
    for picture in pictures {
      let bytes = Array(try Data(contentsOf: URL(filePath: folder.path(picture))))
      #expect(PagePrinter.isWhole(bytes), "\(picture)")
    }
    let stream = try report(["--format", "pdf", "-o", "-"], in: folder, environment)
    #expect(stream.exitCode == 1)
    #expect(stream.output.isEmpty)
  }

  @Test("a browser that hangs is ended after its time, and the one that is named has to be there")
  func limits() async throws {
    let folder = try TemporaryFolder()
    let hanging = try browser("sleep 600", in: folder)
    let started = ContinuousClock.now
    await #expect(throws: PrintingFailure.self) {
      try await PagePrinter(browser: hanging, limit: .milliseconds(300)).pdf(of: "<p>")
    }
    // Far less than the browser would take; other tests may keep this one waiting.
    #expect(ContinuousClock.now - started < .seconds(300))
    #expect(throws: PrintingFailure.self) { () throws(PrintingFailure) in
      try Browser.found(in: ["JOURNEY_BROWSER": "no-such-browser", "PATH": "/usr/bin:/bin"])
    }
    #expect(try Browser.found(in: ["JOURNEY_BROWSER": hanging]) == hanging)
    #expect(try Browser.found(in: ["JOURNEY_BROWSER": "sh", "PATH": "/no:/bin"]) == "/bin/sh")
  }

  @Test("Ctrl-C while the browser prints ends both, and leaves nothing behind")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun.interrupted(
      ["report", scenario, "--travellers", "500", "--pdf"],
      folder: folder.url,
      environment: ["JOURNEY_BROWSER": try browser("sleep 600", in: folder)]
    )
    #expect(run.exitCode == 130)
    #expect(!run.wasKilled)
    #expect(try names(folder).isEmpty)
  }

  @Test("a whole PDF is told from a part of one")
  func whole() {
    #expect(PagePrinter.isWhole(Array("%PDF-1.7\n…\n%%EOF\n".utf8)))
    for text in ["", "%PDF", "%PDF-1.7 %%EO", "x%PDF %%EOF", "%PDF %%EOF x"] {
      #expect(!PagePrinter.isWhole(Array(text.utf8)), "\(text)")
    }
  }

  @Test("prints with the browser of this machine, where there is one")
  func realBrowser() async throws {
    guard let browser = try? Browser.found() else { return }
    // Many tests share the machine: what is tried here is the printing, not its speed.
    let printer = PagePrinter(browser: browser, limit: .seconds(600))
    let bytes = try await printer.pdf(of: "<!doctype html><title>t</title><p>one page")
    #expect(PagePrinter.isWhole(bytes))
    #expect(bytes.count > 500)
  }

  @Test("--open says where the page is where nothing can show it, and nothing else")
  func opening() throws {
    let folder = try TemporaryFolder()
    func opened(_ script: String) throws -> CommandRun {
      for name in ["xdg-open", "open"] {
        try "#!/bin/sh\n\(script)\n".write(toFile: folder.path(name), atomically: true, encoding: .utf8)
        let executable: [FileAttributeKey: Any] = [.posixPermissions: 0o755]
        try FileManager.default.setAttributes(executable, ofItemAtPath: folder.path(name))
      }
      let search = "\(folder.url.path):/usr/bin:/bin"
      return try report(["-o", "page.html", "--open", "--quiet"], in: folder, ["PATH": search])
    }
    let failed = try opened("echo noise; echo noise >&2; exit 3")
    #expect(failed.exitCode == 0)
    #expect(failed.output.isEmpty)
    #expect(failed.errors == "note: no browser could be started; the page is at page.html\n")
    let shown = try opened("echo noise; echo noise >&2; echo \"$1\" > opened")
    #expect(shown.output.isEmpty && shown.errors.isEmpty)
    let place = try String(contentsOfFile: folder.path("opened"), encoding: .utf8)
    #expect(place.hasSuffix("/page.html\n"))
  }

  @Test("what contradicts itself is refused")
  func refusals() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["--format", "md", "-o", "a.html"], ["--pdf", "-o", "-"], ["--pictures", "-o", "-"],
      ["--open", "-o", "-"],
      ["--format", "docx"], ["-o", "a.docx"], ["-o", "a.docx", "--format", "html"],
    ] {
      let run = try report(arguments, in: folder)
      #expect(run.exitCode == 64, "\(arguments)")
      #expect(try names(folder).isEmpty)
    }
  }

  @Test("a folder may have a dot in its name, where a slash says that it is one or it is there")
  func dottedFolders() throws {
    let folder = try TemporaryFolder()
    #expect(try report(["-o", "plan.v2"], in: folder).errors.contains("write plan.v2/"))
    #expect(try report(["-o", "plan.v2/"], in: folder).exitCode == 0)
    #expect(try report(["-o", "plan.v2", "--format", "md"], in: folder).exitCode == 0)
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("plan.v2")).sorted()
    #expect(written == ["first-steps.html", "first-steps.md"])
  }

  @Test("meets the customer whom the command under it replays, in both worlds")
  func customer() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      [
        "report", scenario, "--travellers", "2000", "--seed", "7", "-o", "-", "--set",
        "touchpoints.help.feels=40 ± 5",
      ],
      folder: folder.url
    )
    let section = try #require(run.output.split(separator: "<section id=\"customer\"").last?.prefix(20_000))
    let line = try #require(section.firstMatch(of: /<code>journey (trace [^<]+)<\/code>/)).output.1
    #expect(line.contains("--set 'touchpoints.help.feels=40 ± 5'"))
    let number = try #require(line.firstMatch(of: /--traveller (\d+)/)).output.1
    let replay = try CommandRun(
      ["trace", scenario, "--traveller", String(number), "--fix", "all", "--seed", "7", "--json"]
        + ["--set", "touchpoints.help.feels=40 ± 5"]
    )
    #expect(line.hasSuffix("--fix all --seed 7"))
    let worlds = try Members(replay).list("worlds")
    #expect(worlds.count == 2)
    let felt = try worlds.map { try $0.number("satisfaction") }
    #expect(felt[0] != felt[1])
    for (world, name) in zip(worlds, ["Today", "With “surprise fees” fixed"]) {
      let list = try #require(section.split(separator: "<ol aria-label=\"\(name), visit by visit\">").last)
      let items = try #require(list.split(separator: "</ol>").first).components(separatedBy: "<li ")
        .dropFirst()
      #expect(try items.count == world.list("steps").count + 1)
      for (item, step) in try zip(items, world.list("steps")) {
        #expect(try item.contains("<b>\(step.text("touchpoint"))</b>"))
        #expect(try item.contains("<b>\(Int(step.number("score").rounded()))</b>"))
      }
    }
  }
}
