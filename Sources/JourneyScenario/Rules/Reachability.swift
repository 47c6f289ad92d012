import JourneyDiagnostics
import JourneyModel

/// Every touchpoint can be reached, from every touchpoint an end can, and so can every outcome and the goal.
enum Reachability: Rule {
  static func check(_ context: RuleContext, into findings: inout Findings) {
    let graph = JourneyGraph(context.journey)
    let parts = context.draft.touchpoints
    var isReached = [Bool](repeating: false, count: parts.count)
    var isStuck = [Bool](repeating: false, count: parts.count)
    var outcomes: Set<String> = []
    for persona in context.journey.personas {
      let moves = graph.moves(of: persona)
      if moves.entries.isEmpty, moves.entryOutcomes.isEmpty {
        emptied("START", persona, context, into: &findings)
      }
      let reached = JourneyGraph.reachable(from: moves.entries, along: moves.next)
      let ends = moves.outcomes.indices.filter { !moves.outcomes[$0].isEmpty }
      let finishing = JourneyGraph.reachable(from: ends, along: JourneyGraph.reversed(moves.next))
      outcomes.formUnion(moves.entryOutcomes)
      for at in parts.indices where reached[at] {
        isReached[at] = true
        outcomes.formUnion(moves.outcomes[at])
        if moves.next[at].isEmpty, moves.outcomes[at].isEmpty {
          emptied(parts[at].name.text, persona, context, into: &findings)
        } else if !finishing[at], !isStuck[at] {
          isStuck[at] = true
          let who = context.journey.personas.count > 1 ? " for \"\(persona.name)\"" : ""
          findings.add(
            .noEnd,
            at: parts[at].name.mark,
            "from \"\(parts[at].name.text)\" no end can be reached\(who)",
            notes: parts[at].name.mark.row(in: context.draft).map { [.init("where it leads", at: $0)] } ?? [],
            help: ["add leave or an outcome to a row on the way"]
          )
        }
      }
    }
    for at in parts.indices where !isReached[at] {
      findings.add(
        .unreachable,
        .warning,
        at: parts[at].name.mark,
        "nobody can reach \"\(parts[at].name.text)\"",
        help: ["lead to it from START or another row, or remove it"]
      )
    }
    checkOutcomes(context, outcomes, into: &findings)
  }

  private static func checkOutcomes(
    _ context: RuleContext,
    _ reached: Set<String>,
    into findings: inout Findings
  ) {
    for part in context.draft.outcomes where !reached.contains(part.name.text) {
      findings.add(
        .unreachable,
        .warning,
        at: part.name.mark,
        "no journey can end as \"\(part.name.text)\"",
        help: ["lead to it from a row of paths, or remove it"]
      )
    }
    let goals = context.journey.outcomes.filter { $0.kind == .goal }
    guard !goals.isEmpty, goals.allSatisfy({ !reached.contains($0.name) }) else { return }
    guard let mark = context.draft.pathsMark else { return }
    let names = goals.map { "\"\($0.name)\"" }.joined(separator: ", ")
    findings.add(
      .goalUnreachable,
      .warning,
      at: mark,
      "no path leads to a goal: nothing leads to \(names)",
      help: ["lead to \(goals[0].name) from a row, or name your goals in outcomes"]
    )
  }

  /// A row can be full and still hold nothing for a persona that avoids its channels.
  private static func emptied(
    _ place: String,
    _ persona: Persona,
    _ context: RuleContext,
    into findings: inout Findings
  ) {
    guard let part = context.draft.personas.first(where: { $0.name.text == persona.name }) else { return }
    findings.add(
      .emptyRow,
      at: part.name.mark,
      "\"\(persona.name)\" avoids every option in the row of \"\(place)\"",
      notes: part.prefers.filter { part.value.prefers[$0.text] == 0 }.map {
        .init("a factor of 0", at: $0.mark)
      }
    )
  }
}

extension Mark {
  /// The row of paths that belongs to the touchpoint written here.
  fileprivate func row(in draft: Draft) -> Mark? {
    guard let text else { return nil }
    return draft.rows.first { $0.place.text == text.nfc }?.place.mark
  }
}
