import JourneyDiagnostics
import JourneyModel

extension InputWalk {
  /// The marked numbers, in the order of the file.
  var marks: [Evidence.Mark] {
    inputs.compactMap { input in
      guard let mark = input.mark else { return nil }
      if input.kind == .seen, case .counted(let count) = mark {
        return Evidence.Mark(path: input.path, value: Double(count), kind: mark)
      }
      return Evidence.Mark(path: input.path, value: input.value, kind: mark)
    }
  }

  /// Warns of ranges that reach beyond what the number can be, so that it is drawn from a narrower law.
  func check(_ root: DocumentNode, into findings: inout Findings) {
    for input in inputs where input.law?.isNarrowed == true {
      guard let node = root.value(at: input.place[...]), let law = input.law, let limit = input.limit,
        case .relative(let share)? = input.mark
      else { continue }
      let range = law.range
      let widest = (input.value * (1 + share), input.value * (1 - share))
      let beyond = widest.0 > limit ? widest.0 : widest.1
      findings.add(
        .badUncertainty,
        .warning,
        at: node.mark,
        "the range reaches \(shown(beyond, input)), which it cannot be; it is drawn from "
          + "\(shown(range.lowerBound, input)) to \(shown(range.upperBound, input))",
        help: ["write a narrower range, or on how many it was measured"]
      )
    }
  }

  private func shown(_ value: Double, _ input: ScenarioInput) -> String {
    input.kind == .share
      ? ProbabilityValue.shown((value * 1_000).rounded() / 1_000)
      : NumberValue.shown((value * 10).rounded() / 10)
  }
}

extension DocumentNode {
  /// The value at the positions of entries from here down.
  fileprivate func value(at place: ArraySlice<Int>) -> DocumentNode? {
    guard let first = place.first else { return self }
    guard let entries, entries.indices.contains(first) else { return nil }
    return entries[first].value.value(at: place.dropFirst())
  }
}
