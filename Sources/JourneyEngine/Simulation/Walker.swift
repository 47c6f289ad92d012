import JourneyModel
import JourneyProbability

/// How one journey went.
struct JourneyEnd {
  var outcome: Int
  var memory = Memory()
  var cost = 0.0
  var seconds = 0.0
  var visits = 0
  var effort = 0.0
}

/// Walks travellers through one compiled journey, one at a time, with addressed draws.
///
/// The order of events within a visit is part of the contract: pains, quality, score, memory and mood, leaving,
/// moving on.
struct Walker {
  /// The journey walked; sets of changes are tried by changing its chances to be hit, and nothing else.
  var compiled: CompiledJourney
  let random: Philox4x32
  /// Visits to each touchpoint in the present journey: with the names of things, they address the draws.
  var visitCounts: ContiguousArray<UInt32>
  var touched: ContiguousArray<Int32> = []
  /// Pain points (of the first 64, in canonical order) that hit the present traveller.
  var painsHit: UInt64 = 0
  /// Touchpoints (by number modulo 64) that the present traveller visited.
  var placesMet: UInt64 = 0
  /// Contacts of the first journey and their minutes, by channel; only where the journey counts them.
  var load = ChannelLoad()
  /// The last first journey as it was decided, where that is recorded.
  var journey = RecordedJourney()
  let isRecording: Bool

  /// Prepares a walker.
  ///
  /// - Parameter recording: whether first journeys are written down for control variates.
  init(_ compiled: CompiledJourney, seed: UInt64, recording: Bool = false) {
    self.compiled = compiled
    isRecording = recording
    random = Philox4x32(seed: seed)
    visitCounts = ContiguousArray(repeating: 0, count: compiled.touchpoints.count)
    touched.reserveCapacity(64)
    load = ChannelLoad(compiled)
  }

  /// Walks one journey; plain chains take the short way.
  @inline(__always)
  mutating func walk(
    traveller: UInt64,
    persona: Int,
    period: UInt32,
    expectation: Double,
    observer: inout some WalkObserver
  ) -> JourneyEnd {
    compiled.isPlain
      ? walkPlain(traveller: traveller, persona: persona, period: period, observer: &observer)
      : walkInFull(
        traveller: traveller,
        persona: persona,
        period: period,
        expectation: expectation,
        observer: &observer
      )
  }

  /// Walks one journey by all rules.
  ///
  /// - Complexity: O(visits x (pain points per touchpoint + options per row)).
  private mutating func walkInFull(
    traveller: UInt64,
    persona personaNumber: Int,
    period: UInt32,
    expectation startExpectation: Double,
    observer: inout some WalkObserver
  ) -> JourneyEnd {
    let low = DrawAddress.travellerWord(traveller)
    let visitWord = DrawAddress.lastWord(traveller: traveller, period: period, purpose: .visit)
    let painWord = DrawAddress.lastWord(traveller: traveller, period: period, purpose: .pain)
    let persona = compiled.personas[personaNumber]
    let firstHit = personaNumber * compiled.pains.count
    let memoryOfMood = compiled.satisfaction.moodNewest
    let adaptation = compiled.satisfaction.adaptation

    var end = JourneyEnd(outcome: 0)
    var mood = startExpectation
    var expectation = startExpectation
    var channelBefore: Int32 = -1
    let isRecorded = isRecording && period == 0
    if isRecorded { journey.begin(persona: personaNumber) }

    let entry = persona.firstRow + (period == 0 ? compiled.startPlace : compiled.returnPlace)
    var (code, flow) = choose(
      entry,
      random.block(0, compiled.startSite, low, visitWord).route,
      visit: 0,
      site: compiled.startSite,
      traveller: traveller,
      period: period
    )
    var forcedHere = false
    var timedOutFlow = compiled.rows[entry].timedOutFlow
    if isRecorded { journey.enter(code) }

    while code >= 0 {
      if end.visits == compiled.longestJourney {
        observer.moved(flow: timedOutFlow, forced: false)
        code = compiled.timedOutCode
        break
      }
      observer.moved(flow: flow, forced: forcedHere)
      let place = Int(code)
      let touchpoint = compiled.touchpoints[place]
      let row = persona.firstRow + place
      timedOutFlow = compiled.rows[row].timedOutFlow
      let earlier = visitCounts[place]
      visitCounts[place] = earlier &+ 1
      placesMet |= 1 << UInt64(place & 63)
      if earlier == 0 { touched.append(code) } else { end.effort += Effort.repeatVisit }
      end.visits += 1
      let draws = random.block(earlier, touchpoint.site, low, visitWord)

      // Pains, in canonical order; the first that forces a move wins.
      var severity = 0.0
      var seconds = touchpoint.duration.seconds(draws.duration, compiled.normal)
      if period == 0 { load.count(touchpoint.channel, seconds: touchpoint.isServed ? seconds : 0) }
      var cost = touchpoint.cost
      var logStay = compiled.rows[row].logStay
      var forced: CompiledJourney.ForcedMove?
      var pain = Int(touchpoint.firstPain)
      while pain < Int(touchpoint.endPain) {
        let chance = compiled.hits[firstHit + pain]
        if chance > 0 {
          let law = compiled.pains[pain]
          let painDraws = random.block(earlier, law.site, low, painWord)
          if PhiloxBlock.uniform(painDraws.hit) < chance {
            painsHit |= 1 << UInt64(pain & 63)
            if isRecorded { journey.hit(pain) }
            let points = self.severity(law, painDraws.severity)
            let delay = law.delay.seconds(painDraws.delay, compiled.normal)
            severity += points
            seconds += delay
            cost += law.cost
            logStay += law.logStay
            if forced == nil { forced = forcedMove(law, painDraws.sendsTo) }
            observer.hit(pain: pain, severity: points, delaySeconds: delay)
          }
        }
        pain += 1
      }

      // Quality, score, memory and mood.
      var handoff = 0.0
      if touchpoint.channel >= 0, !touchpoint.isOutbound {
        if channelBefore >= 0, channelBefore != touchpoint.channel {
          handoff = compiled.handoffs[Int(channelBefore) * compiled.channelCount + Int(touchpoint.channel)]
          end.effort += Effort.channelChange
        }
        channelBefore = touchpoint.channel
      }
      let drawn = compiled.hasQuality ? self.quality(touchpoint.quality, draws.quality) : 0
      var quality = 0.0
      var felt = 0.0
      let expected = expectation
      if compiled.hasQuality {
        if touchpoint.isNeutral {
          (quality, handoff) = (expectation, 0)
        } else {
          quality = clampedPoints(drawn + handoff - severity)
        }
        felt = score(
          quality: quality,
          expectation: expectation,
          gain: touchpoint.gain,
          loss: touchpoint.loss
        )
        end.memory.remember(felt, matters: touchpoint.matters)
        mood += memoryOfMood * (felt - mood)
        expectation += adaptation * (quality - expectation)
      }
      if isRecorded {
        journey.visited(place, drawn: drawn, quality: quality, expectation: expected, score: felt)
      }
      end.seconds += seconds
      end.cost += cost
      observer.visited(
        Visit(
          touchpoint: place,
          earlier: Int(earlier),
          quality: quality,
          handoff: handoff,
          score: felt,
          expectation: expected,
          dissatisfaction: touchpoint.matters * max(0, expected - felt),
          mood: mood,
          seconds: seconds,
          cost: cost
        )
      )
      if end.seconds > compiled.giveUpAfterSeconds {
        observer.moved(flow: timedOutFlow, forced: false)
        code = compiled.timedOutCode
        break
      }

      // Leaving comes before forcing, forcing before choosing.
      let leaving = probabilityToLeave(
        logStay: logStay,
        moodGap: mood - startExpectation,
        moodToLeavePerPoint: persona.moodToLeavePerPoint
      )
      let leaves = leaving > 0 && PhiloxBlock.uniform(draws.leave) < leaving
      observer.decided(touchpoint: place, probabilityToLeave: leaving, left: leaves)
      if leaves {
        observer.moved(flow: compiled.rows[row].leaveFlow, forced: false)
        code = compiled.leaveCode
        if isRecorded { journey.moved(to: code, leaving: leaving, logStay: logStay, left: true) }
        break
      }
      if let move = forced, let target = move.target {
        (code, flow, forcedHere) = (target, move.flow, true)
        if target >= 0 { end.effort += Effort.forcedMove }
      } else {
        (code, flow) = choose(
          row,
          draws.route,
          visit: earlier,
          site: touchpoint.site,
          traveller: traveller,
          period: period
        )
        forcedHere = false
      }
      if isRecorded {
        journey.moved(to: code, leaving: leaving, logStay: logStay, forced: forcedHere)
      }
      if code < 0 { observer.moved(flow: flow, forced: forcedHere) }
    }
    if end.visits == 0, code != compiled.timedOutCode { observer.moved(flow: flow, forced: false) }

    for place in touched { visitCounts[Int(place)] = 0 }
    touched.removeAll(keepingCapacity: true)
    end.outcome = Int(~code)
    return end
  }

  @inline(__always)
  private func severity(_ law: CompiledJourney.Pain, _ word: UInt32) -> Double {
    guard law.severityDeviation > 0 else { return law.severityMean }
    return max(0, law.severityMean + law.severityDeviation * compiled.normal.quantile(word))
  }

  @inline(__always)
  private func forcedMove(_ law: CompiledJourney.Pain, _ word: UInt32) -> CompiledJourney.ForcedMove? {
    let u = PhiloxBlock.uniform(word)
    var index = Int(law.firstMove)
    while index < Int(law.endMove) {
      if u < compiled.forcedMoves[index].cumulative { return compiled.forcedMoves[index] }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private func quality(_ law: CompiledQuality, _ word: UInt32) -> Double {
    switch law.kind {
    case .none: return 0
    case .constant: return law.mean
    case .normal:
      return clampedPoints(law.mean + law.deviation * compiled.normal.quantile(word))
    case .discrete:
      let u = PhiloxBlock.uniform(word)
      var index = Int(law.firstLevel)
      while compiled.qualityLevels[index].cumulative <= u { index += 1 }
      return compiled.qualityLevels[index].points
    }
  }
}
