import Foundation
import JourneyTestSupport
import Testing

@Suite struct InitCommandTests {
  @Test func `a starter is written with its schema, is valid, and is never overwritten`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "shop.yaml").path
    let first = try CommandRun(["init", "Shop", "--stages", "aida", "-o", path])
    #expect(first.exitCode == 0)
    #expect(try CommandRun(["validate", path]).exitCode == 0)
    let schema = folder.url.appending(path: ".journey/schema.json")
    #expect(try String(contentsOf: schema, encoding: .utf8) == CommandRun(["schema"]).output)
    let before = try Data(contentsOf: URL(filePath: path))
    let second = try CommandRun(["init", "Other", "-o", path])
    #expect(second.exitCode == 73)
    #expect(second.output == "")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == [".journey", "shop.yaml"])
  }

  @Test func `an unknown ladder is a usage error`() throws {
    #expect(try CommandRun(["init", "--stages", "ladder", "-o", "-"]).exitCode == 64)
  }
}
