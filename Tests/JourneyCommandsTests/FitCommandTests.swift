import ArgumentParser
import Foundation
import JourneyCommands
import JourneyDiagnostics
import JourneyModel
import JourneyScenario
import JourneyTestSupport
import Testing

@Suite("journey fit")
struct FitCommandTests {
  /// A folder that is removed when the test is over.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "journey-fit-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ name: String, _ text: String) throws -> String {
      try Data(text.utf8).write(to: url.appending(path: name))
      return path(name)
    }
  }

  private let shop: String = {
    var text = "session,event,at,via\n"
    for day in 10..<30 {
      text += "s\(day),home,2024-03-\(day) 10:00:00,web\ns\(day),basket,2024-03-\(day) 10:01:00,web\n"
      if day % 2 == 0 { text += "s\(day),buy,2024-03-\(day) 10:02:00,web\n" }
    }
    return text
  }()

  /// Runs the command in this process; nil is success.
  private func run(_ arguments: [String]) async -> Int32? {
    do {
      let command = try FitCommand.parse(arguments)
      try await command.run()
      return nil
    } catch {
      return FitCommand.exitCode(for: error).rawValue
    }
  }

  @Test("writes a scenario that reads without a finding, with outcomes and channels")
  func writes() async throws {
    let folder = try Folder()
    let log = try folder.write("web_shop.csv", shop)
    let target = folder.path("shop.yaml")
    let code = await run([
      log, "--case", "session", "--activity", "event", "--time", "at", "--channel", "via", "--outcome",
      "buy=goal",
      "--holdout", "20%", "-o", target, "-q",
    ])
    #expect(code == nil)
    let reading = ScenarioReader.read(path: target)
    #expect(reading.findings.filter { $0.severity != .note } == [])
    let journey = try #require(reading.scenario).baseline
    #expect(journey.name == "web shop")
    #expect(journey.touchpoints.map(\.name) == ["basket", "home"])
    #expect(journey.paths.rows["basket"]?.options.map(\.weight) == [10, 10])
    let text = try String(contentsOfFile: target, encoding: .utf8)
    #expect(text.contains("--channel via --outcome buy=goal --holdout 20%"))
  }

  @Test("a second log is compared with, not merged")
  func secondLog() async throws {
    let folder = try Folder()
    let log = try folder.write("one.csv", shop)
    let other = try folder.write("two.csv", shop.replacing("2024-03", with: "2024-04"))
    let target = folder.path("shop.yaml")
    let columns = ["--case", "session", "--activity", "event", "--time", "at"]
    // Twice, for a file that is there already is replaced.
    for _ in 0..<2 {
      #expect(await run([log] + columns + ["--holdout", other, "-o", target, "-q"]) == nil)
    }
    #expect(try #require(ScenarioReader.read(path: target).scenario).baseline.paths.start.total == 20)
  }

  @Test("failures have the exit codes of the contract, and leave no file")
  func exitCodes() async throws {
    let folder = try Folder()
    let log = try folder.write("shop.csv", shop)
    let empty = try folder.write("empty.csv", "")
    let target = folder.path("out.yaml")
    let columns = ["--case", "session", "--activity", "event", "--time", "at", "-q", "-o", target]
    #expect(await run([folder.path("none.csv")] + columns) == 66)
    #expect(await run([empty] + columns) == 65)
    #expect(await run([log, "--case", "session", "-o", target]) == 64)
    #expect(await run([log, "--case", "sesion", "--activity", "event", "--time", "at", "-o", target]) == 65)
    #expect(await run([log] + columns + ["--outcome", "bye=goal"]) == 65)
    #expect(await run([log] + columns + ["--outcome", "buy=good"]) == 64)
    #expect(await run([log] + columns + ["--outcome", "buy"]) == 64)
    #expect(await run([log] + columns + ["--holdout", "120%"]) == 64)
    #expect(await run([log] + columns + ["--holdout", "20"]) == 64)
    #expect(await run([log] + columns + ["--holdout", folder.path("none.csv")]) == 66)
    #expect(await run([log] + columns + ["--holdout", "1%"]) == nil)
    try FileManager.default.removeItem(atPath: target)
    #expect(await run([log] + columns.dropLast() + [folder.path("shop.csv/inside.yaml")]) == 73)
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test("where columns are not chosen, the example can be pasted as it is")
  func example() throws {
    let folder = try Folder()
    let log = try folder.write("our shop.csv", shop.replacing("session,event", with: "session id,event"))
    let run = try CommandRun(["fit", log])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("For example: journey fit '\(log)' "), "\(run.errors)")
    #expect(run.errors.contains(" --case 'session id' --activity "), "\(run.errors)")
  }
}
