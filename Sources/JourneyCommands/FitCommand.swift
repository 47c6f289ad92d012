import ArgumentParser
import Foundation
import JourneyCalibration
import JourneyEventLog
import JourneyModel
import JourneyReport

/// `journey fit`: makes a scenario of an event log.
public struct FitCommand: AsyncParsableCommand {
  /// Name, summary and examples.
  public static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Make a scenario of an event log.",
    usage: "journey fit LOG --case COLUMN --activity COLUMN --time COLUMN [options]",
    discussion: """
      Reads a CSV file (comma, semicolon, tab or bar; gzip or not), one event per row, and writes a scenario whose \
      weights are the log's own counts. Without the three columns it lists those of the file.

      Examples:
        journey fit shop.csv.gz --case session_id --activity event --time timestamp -o shop.yaml
        journey fit shop.csv --case session --activity event --time at --outcome purchase=goal --holdout 20%
        journey fit january.csv --case id --activity step --time done --holdout february.csv -o january.yaml
      """
  )

  @Argument(help: ArgumentHelp("The event log, .csv or .csv.gz; - is standard input.", valueName: "log"))
  var log: String

  @Option(name: .customLong("case"), help: "The column that says which journey an event belongs to.")
  var caseColumn: String?

  @Option(help: "The column that says what happened.")
  var activity: String?

  @Option(help: "The column that says when (ISO 8601; without a zone it is taken as UTC).")
  var time: String?

  @Option(help: "The column that says in which channel it happened.")
  var channel: String?

  @Option(
    name: .customLong("outcome"),
    help: ArgumentHelp(
      "An activity that ends a journey, and what it means: goal, loss or neutral. May be repeated.",
      valueName: "activity=kind"
    )
  )
  var outcomes: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare simulated journeys with the last cases, such as 20%, or with another log.",
      valueName: "share|file"
    )
  )
  var holdout: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the scenario goes; - or nothing is standard output.", valueName: "file")
  )
  var output: String?

  @Option(help: "The journey's name; by default the log's file name.")
  var name: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  /// Creates the command before its arguments are read.
  public init() {}

  /// Reads the log, fits, compares, writes.
  public func run() async throws {
    let kinds = try OutcomeOption.parse(outcomes)
    let plan = try HoldoutOption(holdout)
    guard let caseColumn, let activity, let time else { throw try missingColumns() }
    let mapping = ColumnMapping(case: caseColumn, activity: activity, time: time, channel: channel)
    let request = LogFitting.Request(
      path: log,
      mapping: mapping,
      outcomes: kinds,
      holdout: plan,
      name: name ?? Self.journeyName(log),
      command: commandLine
    )
    let fitting: LogFitting
    do {
      fitting = try await LogFitting(request)
    } catch let error as EventLogError {
      Terminal.report(error.diagnostic)
      throw error.kind == .missing ? ScenarioLoading.missingInput : ScenarioLoading.invalidInput
    } catch let error as CalibrationError {
      Terminal.report(error.diagnostic(file: log))
      throw ScenarioLoading.invalidInput
    }
    let summary = FitSummary(fitting, output: output).text
    if let output, output != "-" {
      try OutputFiles.write(fitting.fit.yaml, to: output)
      if !quiet { Terminal.answer(summary) }
    } else {
      Terminal.answer(fitting.fit.yaml)
      if !quiet { Terminal.note(summary) }
    }
  }

  /// Lists the columns, since a wrong guess would give another journey without a word.
  private func missingColumns() throws -> ExitCode {
    do {
      let advice = ColumnAdvice(
        try LogPreview(path: log),
        path: log,
        missing: [("--case", caseColumn), ("--activity", activity), ("--time", time)].filter { $0.1 == nil }
          .map(\.0)
      )
      Terminal.note(advice.text)
      return ExitCode.validationFailure
    } catch {
      Terminal.report(error.diagnostic)
      return error.kind == .missing ? ScenarioLoading.missingInput : ScenarioLoading.invalidInput
    }
  }

  /// The command as it could be typed again.
  private var commandLine: String {
    var words = ["journey", "fit", log]
    for (option, value) in [
      ("--case", caseColumn), ("--activity", activity), ("--time", time), ("--channel", channel),
    ] {
      if let value { words += [option, value] }
    }
    for outcome in outcomes { words += ["--outcome", outcome] }
    if let holdout { words += ["--holdout", holdout] }
    if let name { words += ["--name", name] }
    return ShellWords.line(words)
  }

  /// The log's file name without its extensions.
  private static func journeyName(_ path: String) -> String {
    guard path != "-" else { return "Fitted journey" }
    var name = URL(filePath: path).lastPathComponent
    for ending in [".gz", ".csv", ".tsv", ".txt"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    name = name.replacing("_", with: " ")
    return name.isEmpty ? "Fitted journey" : name
  }
}
