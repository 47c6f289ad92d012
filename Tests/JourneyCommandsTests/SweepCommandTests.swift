import Foundation
import JourneyTestSupport
import Testing

@Suite struct SweepCommandTests {
  private let lamps = HarbourLamps()

  private func sweep(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(["sweep", "-", "--travellers", "1000"] + arguments, input: lamps.text)
  }

  private func rows(_ run: CommandRun) -> [[String]] {
    run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `a range gives its ends and evenly spaced points between, as CSV`() throws {
    let run = try sweep(["--set", "pain points.slow page.hits=15%..60%/4", "--metrics", "goal,satisfaction"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let rows = rows(run)
    #expect(
      rows.first == [
        "pain points.slow page.hits", "goal", "goal low", "goal high", "goal change", "goal change low",
        "goal change high", "satisfaction", "satisfaction low", "satisfaction high", "satisfaction change",
        "satisfaction change low", "satisfaction change high",
      ]
    )
    #expect(rows.dropFirst().map(\.first) == ["15%", "30%", "45%", "60%"])
    // What stands in the file already changes nothing, and more of the nuisance changes more.
    #expect(rows[2][10...12] == ["0", "0", "0"])
    let changes = try rows.dropFirst().map { try #require(Double($0[10])) }
    #expect(changes == changes.sorted(by: >) && changes[0] > 0 && changes[3] < 0)
  }

  @Test func `several settings make a grid, the last changing fastest`() throws {
    let run = try sweep([
      "--set", "pain points.slow page.hits=10%,20%", "--set", "handoffs.default=0..-8/3", "--metrics", "goal",
    ])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      rows(run).dropFirst().map { $0.prefix(2).joined(separator: " ") } == [
        "10% 0", "10% -4", "10% -8", "20% 0", "20% -4", "20% -8",
      ]
    )
  }

  @Test func `a point has the very figures that simulate gives for the same change`() throws {
    let edit = "pain points.slow page.hits=12.5%"
    let run = try sweep(["--set", edit, "--json", "--metrics", "goal,satisfaction,visits"])
    let answer = try Members(run)
    #expect(try answer.text("schema") == "journey.sweep/1")
    let point = try #require(try answer.list("points").first)
    let setting = try #require(try point.list("settings").first)
    #expect(try setting.text("path") == "pain points.slow page.hits" && setting.text("value") == "12.5%")
    let alone = try Members(
      CommandRun(["simulate", "-", "--travellers", "1000", "--set", edit, "--json"], input: lamps.text)
    )
    let figures = try alone.list("metrics")
    let metrics = try point.list("metrics")
    #expect(try metrics.map { try $0.text("id") } == ["goal", "satisfaction", "visits"])
    for metric in metrics {
      let id = try metric.text("id")
      let figure = try #require(try figures.first { try $0.text("id") == id })
      #expect(try metric.number("mean") == figure.number("mean"), "\(id)")
    }
  }

  @Test func `values with commas of their own, durations and units stay whole`() throws {
    let run = try sweep([
      "--set", "touchpoints.desk.takes=1m..4m, 2m..8m", "--set",
      "touchpoints.page.feels={60: 50%, 80: 50%},70", "--format", "table", "--metrics", "minutes",
    ])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("4 points, the same travellers in each"))
    #expect(run.output.contains("{60: 50%, 80: 50%}"))
    #expect(run.output.contains("2m..8m"))
    let money = try sweep(["--set", "touchpoints.desk.takes=1..3m/3", "--metrics", "minutes"])
    #expect(rows(money).dropFirst().map(\.first) == ["1m", "2m", "3m"])
  }

  @Test func `a value that cannot stand there gives the reader's findings`() throws {
    let run = try sweep(["--set", "pain points.slow page.hits=50%,150%"])
    #expect(run.exitCode == 65)
    #expect(run.output == "")
    #expect(run.errors.contains("bad-probability") && run.errors.contains("150%"))
  }

  @Test(arguments: [
    ([], "say what to vary"), (["pain points.slow page.hits"], "needs a path and values"),
    (["run.seed=1,2"], "use --seed"), (["handoffs.default=1,,2"], "empty value"),
    (["handoffs.default=0..-8/1"], "between 2 and 1000 points"),
    (["handoffs.default=1%..2k/3"], "two numbers in the same unit"),
    (["handoffs.default=1,2", "handoffs.default=3"], "set twice"),
    (["handoffs.default=0..-8/40", "pain points.slow page.hits=1%..9%/40"], "more than 1000 points"),
  ])
  func `what makes no sense is refused in a sentence`(options: [String], words: String) throws {
    let run = try sweep(options.flatMap { ["--set", $0] })
    #expect(run.exitCode == 64)
    #expect(run.output == "")
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func `a figure that does not exist or does not apply is refused before anybody travels`() throws {
    let unknown = try sweep(["--set", "handoffs.default=0,1", "--metrics", "joy"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("\"joy\" is no figure"))
    let absent = try sweep(["--set", "handoffs.default=0,1", "--metrics", "kept@99"])
    #expect(absent.exitCode == 64)
    #expect(absent.errors.contains("does not give kept@99"))
  }
}
