import ArgumentParser
import JourneyDiagnostics
import JourneyEngine
import JourneyModel
import JourneyReport

/// `journey trace`: one traveller's journey, replayed by number.
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Replay one simulated traveller's journey, step by step; with a change, in both worlds.",
    discussion: """
      Examples:
        journey trace shop.yaml --traveller 7
        journey trace shop.yaml --traveller 7 --variant "faster site"
        journey trace shop.yaml --traveller 7 --fix "late parcel"
        journey trace shop.yaml --traveller 7 --fix all
      """
  )

  @Argument(help: "The scenario file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "The traveller's number, from 0.")
  var traveller: UInt64

  @Option(name: .long, help: "Show this variant of the scenario's what-if part beside today.")
  var variant: String?

  @Option(
    name: .long,
    help: "Show the world with this pain point fixed as costed, or with all fixes, beside today."
  )
  var fix: [String] = []

  @Option(name: .long, help: "Show the world without this pain point, or without all, beside today.")
  var remove: [String] = []

  @Option(name: .long, help: "Seed of all draws (default: the scenario's).")
  var seed: UInt64?

  @Option(name: .long, help: "Change a value first, as in --set 'pain points.late parcel.hits=5%'.")
  var set: [String] = []

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if traveller >= 1 << 44 { throw ValidationError("--traveller must be below 2^44") }
    if [variant == nil, fix.isEmpty, remove.isEmpty].count(where: { !$0 }) > 1 {
      throw ValidationError("--variant, --fix and --remove are worlds of their own; name one kind of them")
    }
  }

  func run() async throws {
    let scenario = try ScenarioLoading.load(file, edits: set, output)
    let seed = seed ?? scenario.baseline.run.seed
    func replay(_ journey: Journey) -> Trace {
      Trace(CompiledJourney(journey), traveller: traveller, seed: seed)
    }
    var worlds = [(name: "today", trace: replay(scenario.baseline))]
    if let variant { worlds.append((variant, replay(try scenario.world(variant)))) }
    if let mended = try MendedWorld(scenario, fix: fix, remove: remove) {
      worlds.append((mended.name, replay(mended.journey)))
    }
    try output.write(
      output.json
        ? TraceJSON.document(scenario, seed: seed, worlds).pretty + "\n"
        : TraceText(scenario.baseline, worlds, style: output.style).text
    )
  }
}
