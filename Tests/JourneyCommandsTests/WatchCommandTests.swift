import Foundation
import JourneyTestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("journey watch")
struct WatchCommandTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("shop.yaml")
    try save(try ShippedScenarios.text("first-steps.yaml"))
  }

  private func save(_ text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func get(_ address: String) async throws -> String {
    var request = URLRequest(url: try #require(URL(string: address)))
    request.timeoutInterval = 120
    return String(decoding: try await URLSession.shared.data(for: request).0, as: UTF8.self)
  }

  /// The page, once it holds some words.
  private func page(_ address: String, with words: String) async throws -> String {
    let limit = ContinuousClock.now + .seconds(300)
    while true {
      let page = try await get(address)
      if page.contains(words) { return page }
      try #require(ContinuousClock.now < limit, "the page never holds \(words)")
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  @Test(
    "shows the report, follows the file through mistakes and repairs, and ends cleanly",
    .timeLimit(.minutes(10))
  )
  func follows() async throws {
    let run = try BackgroundRun(["watch", path, "--travellers", "20000"], folder: folder.url)
    defer { run.end() }
    let address = try #require(try await run.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//))
    // The quick look may be over before it is asked for; the precise page must come.
    let first = try await page(address, with: "20,000 travellers. Save the file, and this page follows.")
    #expect(first.contains("First steps"))
    #expect(first.contains("connect-src &#39;self&#39;"))
    #expect(run.output.contains("quick look, "))
    #expect(run.output.contains("precise, "))
    let version = try #require(Int(try await get(address + "version")))

    let text = try ShippedScenarios.text("first-steps.yaml")
    try save(text.replacing("journey: First steps", with: "journey: Second <steps>"))
    let second = try await page(address, with: "Second &lt;steps&gt;")
    #expect(!second.contains("Second <steps>"))
    #expect(try #require(Int(try await get(address + "version"))) > version)

    try save(text.replacing("checkout: 70", with: "\"chekout<b>\": 70"))
    let broken = try await page(address, with: "cannot be run")
    for words in ["unknown-name", "chekout&lt;b&gt;"] { #expect(broken.contains(words), "\(words)") }
    #expect(!broken.contains("chekout<b>"))
    #expect(run.errors.contains("chekout"))

    // A file that goes missing is waited for.
    try FileManager.default.removeItem(atPath: path)
    _ = try await page(address, with: "cannot be run")
    try save(text)
    _ = try await page(address, with: "<h1>Do this first")
    #expect(try folder.contents() == ["shop.yaml"])
    #expect(run.interrupt() == 0, "\(run.errors)")
  }

  @Test("what cannot be watched is refused, and a port that is taken is said", .timeLimit(.minutes(10)))
  func refusals() async throws {
    #expect(try CommandRun(["watch", "-"]).exitCode == 64)
    let missing = try CommandRun(["watch", folder.path("shopp.yaml")])
    #expect(missing.exitCode == 66)
    #expect(missing.errors.contains("file-missing"))
    #expect(missing.output.isEmpty)
    #expect(try CommandRun(["watch", path, "--port", "70000"]).exitCode == 64)
    let run = try BackgroundRun(["watch", path, "--travellers", "500"], folder: folder.url)
    defer { run.end() }
    let address = try #require(try await run.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//))
    let port = try #require(address.split(separator: ":").last?.dropLast())
    let second = try CommandRun(["watch", path, "--port", String(port)])
    #expect(second.exitCode == 1)
    #expect(second.errors.contains("port \(port)"))
  }
}
