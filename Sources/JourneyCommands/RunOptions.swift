import ArgumentParser
import Foundation
import JourneyEngine
import JourneyExperiments
import JourneyModel
import JourneyReport

/// The options of every command that sends travellers.
struct RunOptions: ParsableArguments {
  @Option(name: .long, help: "Number of travellers (default: the scenario's).")
  var travellers: Int?

  @Option(name: .long, help: "Seed of all draws (default: the scenario's).")
  var seed: UInt64?

  @Option(name: .long, help: "Periods to simulate; 1 leaves later periods out (default: the scenario's).")
  var periods: Int?

  @Option(name: .long, help: "Threads; the result does not depend on them (default: one per core).")
  var threads: Int?

  @Flag(name: .long, help: "Count plainly: leave out the control variates that take noise out of figures.")
  var plain = false

  func validate() throws {
    if let travellers, !(2...(1 << 40)).contains(travellers) {
      throw ValidationError("--travellers must be at least 2")
    }
    if let periods, !(1...4_095).contains(periods) {
      throw ValidationError("--periods must be between 1 and 4095")
    }
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads must be between 1 and 1024")
    }
  }

  /// The plan for a journey.
  func plan(_ journey: Journey) -> RunPlan {
    RunPlan(
      for: journey,
      travellers: travellers,
      seed: seed,
      periods: periods,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      isControlled: !plain
    )
  }
}

/// The options of every command that prints results.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Print JSON with a versioned schema.")
  var json = false

  @Option(name: [.short, .customLong("output")], help: "Write to this file instead of standard output.")
  var output: String?

  @Flag(name: .shortAndLong, help: "Print no notes, warnings or progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print everything.")
  var verbose = false

  @Option(name: .long, help: "Colours: auto, always or never.")
  var color: ColourChoice = .auto

  /// When colours are used.
  enum ColourChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// How terminal texts are written.
  var style: TerminalStyle {
    let isColoured =
      switch color {
      case .always: true
      case .never: false
      case .auto: output == nil && TerminalColour.isWanted
      }
    return TerminalStyle(
      isColoured: isColoured,
      isVerbose: verbose,
      width: output == nil ? terminalWidth : 110
    )
  }

  /// The terminal's width between 60 and 200 columns; 110 where standard output is no terminal.
  private var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 110 }
    return min(200, max(60, Int(size.ws_col)))
  }

  /// Writes the answer to where it was asked for.
  func write(_ text: String) throws {
    guard let output, output != "-" else {
      FileHandle.standardOutput.write(Data(text.utf8))
      return
    }
    try OutputFiles.write(text, to: output)
  }
}
