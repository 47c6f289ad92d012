import JourneyProbability

extension Walker {
  /// Walks a plain chain: one draw per step, four steps per block, leaving an option like any other.
  ///
  /// - Complexity: O(visits x options per row).
  mutating func walkPlain(
    traveller: UInt64,
    persona personaNumber: Int,
    period: UInt32,
    observer: inout some WalkObserver
  ) -> JourneyEnd {
    let low = DrawAddress.travellerWord(traveller)
    let word = DrawAddress.lastWord(traveller: traveller, period: period, purpose: .plainWalk)
    let firstRow = compiled.personas[personaNumber].firstRow
    var end = JourneyEnd(outcome: 0)
    var row = firstRow + (period == 0 ? compiled.startPlace : compiled.returnPlace)
    var draws = PhiloxBlock(0, 0, 0, 0)
    var step: UInt32 = 0
    let isRecorded = isRecording && period == 0
    if isRecorded { journey.begin(persona: personaNumber) }
    while true {
      if step & 3 == 0 { draws = random.block(step >> 2, 0, low, word) }
      let (code, flow) = choose(
        row,
        draws[Int(step)],
        visit: step,
        site: 0,
        traveller: traveller,
        period: period
      )
      step += 1
      if isRecorded { record(code, row) }
      guard code >= 0 else {
        observer.moved(flow: flow, forced: false)
        end.outcome = Int(~code)
        return end
      }
      if end.visits == compiled.longestJourney {
        observer.moved(flow: compiled.rows[row].timedOutFlow, forced: false)
        end.outcome = Int(~compiled.timedOutCode)
        return end
      }
      observer.moved(flow: flow, forced: false)
      let place = Int(code)
      row = firstRow + place
      if isRecorded { journey.visited(place, drawn: 0, quality: 0, expectation: 0, score: 0) }
      let cost = compiled.touchpoints[place].cost
      if period == 0 { load.count(compiled.touchpoints[place].channel, seconds: 0) }
      end.visits += 1
      end.cost += cost
      observer.visited(
        Visit(
          touchpoint: place,
          earlier: 0,
          quality: 0,
          handoff: 0,
          score: 0,
          expectation: 0,
          dissatisfaction: 0,
          mood: 0,
          seconds: 0,
          cost: cost
        )
      )
    }
  }

  private mutating func record(_ code: CompiledJourney.Code, _ row: Int) {
    if journey.stays.isEmpty {
      journey.enter(code)
    } else {
      let share = compiled.rows[row].leaveShare
      journey.moved(to: code, leaving: share, logStay: 0, left: code == compiled.leaveCode)
    }
  }
}
