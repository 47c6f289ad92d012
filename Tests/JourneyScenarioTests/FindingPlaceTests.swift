import JourneyDiagnostics
import JourneyScenario
import JourneyTestSupport
import Testing

/// A part of a scenario with the one finding that it must give, at the marked place.
struct PlaceCase: CustomTestStringConvertible, Sendable {
  var code: FindingCode
  var text: String
  var testDescription: String { "\(code.rawValue): \(text.prefix(60))" }

  init(_ code: FindingCode, _ text: String) {
    self.code = code
    self.text = text
  }
}

@Suite struct FindingPlaceTests {
  static let cases: [PlaceCase] = [
    // Files and syntax
    .init(.controlCharacter, "journey: a«\u{7}»b"),
    .init(.emptyFile, "«»# nothing"),
    .init(.emptyFile, "«»"),
    .init(.yamlSyntax, "journey: A\nrun: {seed: 1\nabout«»: x"),
    .init(.tabIndent, "run:\n«\t»seed: 1"),
    .init(.severalDocuments, "journey: A\n«---»\njourney: B"),
    .init(.unknownAlias, "about: «*nobody»"),
    .init(.rootNotMapping, "«[a, b]»"),
    .init(.duplicateKey, "run: {seed: 1, «seed»: 2}"),
    .init(.keyNotText, "run: {seed: 1, «[a]»: 2}"),
    // Keys and shapes
    .init(.unknownKey, "run: {«travelers»: 5}"),
    .init(.unknownKey, "«stagez»: [a]"),
    .init(.missingKey, "personas:\n  «me»: {expects: 70}"),
    .init(.missingKey, "pain points: {«slow»: {at: basket}}"),
    .init(.missingKey, "«retention»: {every: 90d, baseline: 78%}"),
    .init(.wrongShape, "stages: «{a: 1}»"),
    .init(.wrongShape, "run: {seed: «[1]»}"),
    .init(.wrongShape, "run: «fast»"),
    .init(.emptyValue, "run: {seed: «~»}"),
    .init(.wrongWord, "run: {show as: «stars»}"),
    .init(.wrongWord, "outcomes: {done: «gaol»}"),
    .init(.notSupported, "channels: {phone: {«staff»: 9}}"),
    .init(.notSupported, "channels: {store: {open: «Mon-Sat 9-20»}}"),
    .init(.notSupported, "channels: {store: {«sites»: 4}}"),
    .init(.notSupported, "channels: {store: {«retry»: 50%}}"),
    .init(.noEffect, "run: {«arrivals»: 20000 per day}"),
    .init(.noEffect, "channels: {phone: {«patience»: 2m}}"),
    .init(.noEffect, "satisfaction: {«waiting»: 8}"),
    // Values
    .init(.badNumber, "run: {travellers: «1_000»}"),
    .init(.badNumber, "run: {seed: «-1»}"),
    .init(.badNumber, "run: {seed: «0x10»}"),
    .init(.badNumber, "run: {longest journey: «12:30»}"),
    .init(.badNumber, "touchpoints: {basket: {matters: «.nan»}, checkout: {}}"),
    .init(.badNumber, "touchpoints: {basket: {matters: «inf»}, checkout: {}}"),
    .init(.badNumber, "touchpoints: {basket: {matters: «yes»}, checkout: {}}"),
    .init(.badNumber, "touchpoints:\n  checkout:\n  basket:\n    matters: «1,5»"),
    .init(.badProbability, "pain points: {slow: {at: basket, hits: «15»}}"),
    .init(.badProbability, "pain points: {slow: {at: basket, hits: «150%»}}"),
    .init(.badProbability, "pain points: {slow: {at: basket, hits: «-0.1»}}"),
    .init(.badPoints, "satisfaction: {expects: «101»}"),
    .init(.badPoints, "satisfaction: {expects: csat «5.5»}"),
    .init(.badQuality, "touchpoints: {basket: {feels: 78 ± «x»}, checkout: {feels: 70}}"),
    .init(.badQuality, "touchpoints: {basket: {feels: «178» ± 3}, checkout: {feels: 70}}"),
    .init(.badQuality, "touchpoints: {basket: {feels: \"78 +- «-3»\"}, checkout: {feels: 70}}"),
    .init(.badSeverity, "pain points: {slow: {at: basket, hits: 5%, hurts: «awful»}}"),
    .init(.badDuration, "touchpoints: {basket: {takes: «12:30»}, checkout: {}}"),
    .init(.badDuration, "touchpoints: {basket: {takes: «5»}, checkout: {}}"),
    .init(.badDuration, "touchpoints: {basket: {takes: 2m..6«min»}, checkout: {}}"),
    .init(.badDuration, "touchpoints: {basket: {takes: «6m..2m»}, checkout: {}}"),
    .init(.badDuration, "run: {give up after: «1d..2d»}"),
    .init(.badMoney, "touchpoints: {basket: {costs: «€4»}, checkout: {}}"),
    .init(.badMoney, "touchpoints: {basket: {costs: «-4»}, checkout: {}}"),
    .init(
      .badRate,
      "retention: {of: goal, every: 90d, baseline: 78%, value: {margin per purchase: 2, discount: «10%»}}"
    ),
    .init(.badComparison, "targets: {goal: «43%»}"),
    .init(.badProbability, "targets: {goal: at least «43»}"),
    .init(.badColour, "channels: {web: {colour: «blue»}}"),
    .init(.badUncertainty, "satisfaction: {expects: 72 (± «20»)}"),
    .init(.badUncertainty, "satisfaction: {expects: 72 «(about)»}"),
    .init(.badUncertainty, "satisfaction: {expects: 72 of «340»}"),
    .init(.badUncertainty, "pain points: {slow: {at: basket, hits: 12% of «3.5»}}"),
    .init(.badUncertainty, "pain points: {slow: {at: basket, hits: 12% of «0»}}"),
    .init(
      .badUncertainty,
      "paths: {START: {basket: «many» seen}, basket: {checkout: 2}, checkout: {done: 1}}"
    ),
    .init(.badUncertainty, "paths: {START: {basket: «-2» seen}, basket: {checkout: 2}, checkout: {done: 1}}"),
    .init(
      .badUncertainty,
      "paths: {START: {basket: 7 seen« ?»}, basket: {checkout: 2}, checkout: {done: 1}}"
    ),
    .init(.badUncertainty, "pain points: {slow: {at: basket, hits: 5%, leaves: «90% (± 40%)»}}"),
    .init(
      .rowMixedUnits,
      "paths: {START: {basket: 1}, basket: {checkout: 50%, leave: «5 seen»}, checkout: {done: 1}}"
    ),
    .init(.qualityTotal, "touchpoints: {basket: {feels: «{60: 50%, 80: 40%}»}, checkout: {feels: 70}}"),
    // Names
    .init(.unknownName, "pain points: {slow: {at: «baskte», hits: 15%}}"),
    .init(.unknownName, "touchpoints: {basket: {stage: «buy»}, checkout: {}}"),
    .init(.unknownName, "touchpoints: {basket: {channel: «web»}, checkout: {}}"),
    .init(.unknownName, "handoffs: {«web > any»: -1}"),
    .init(.unknownName, "targets: {«gaol»: at least 1%}"),
    .init(.unknownName, "observed: {«leave at nowhere»: 1%}"),
    .init(.unknownName, "observed: {«happiness»: 1%}"),
    .init(.unknownName, "pain points: {slow: {at: basket, hits: {«nobody»: 5%}}}"),
    .init(.unknownName, "pain points: {slow: {at: basket, hits: 5%, sends to: {«nowhere»: 5%}}}"),
    .init(.unknownName, "personas: {a: {share: 100%, prefers: {«web»: 2}}}"),
    .init(.unknownName, "what if: {a: {fix: [«nothing»]}}"),
    .init(.unknownName, "what if: {a: {builds on: [«b»]}}"),
    .init(
      .unknownName,
      "paths: {START: {basket: 1}, basket: {«chekout»: 1, checkout: 2}, checkout: {done: 1}}"
    ),
    .init(
      .unknownName,
      "paths: {START: {basket: 1}, basket: {checkout: 2}, checkout: {done: 1}, «chekout»: {done: 1}}"
    ),
    .init(.duplicateName, "stages: [buy, use, «buy»]"),
    .init(
      .duplicateName,
      "outcomes: {«basket»: goal, done: goal}\npaths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 1}}"
    ),
    .init(.reservedName, "outcomes: {done: goal, «rest»: loss}"),
    .init(.reservedName, "channels: {«any»: {}}"),
    .init(
      .reservedName,
      "paths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 1, «timed out»: 1}}"
    ),
    .init(.badName, "stages: [«\" \"», buy]"),
    .init(.badHandoff, "channels: {web: {}}\nhandoffs: {«web to app»: -6}"),
    .init(.ambiguousName, "channels: {basket: {}}\nwhat if: {a: {close: [«basket»]}}"),
    .init(.badPath, "what if: {a: {set: {«touchpoints.baskte.costs»: 1}}}"),
    .init(.badPath, "what if: {a: {set: {«journey.name»: x}}}"),
    .init(.badPath, "what if: {a: {set: {«run..seed»: 1}}}"),
    .init(.badPath, "what if: {a: {add: {channels: {«fax»: ~}}}}"),
    // Rows and totals
    .init(
      .missingRow,
      "touchpoints: {basket: {}, «checkout»: {}}\npaths: {START: {basket: 1}, basket: {checkout: 1, done: 1}}"
    ),
    .init(.missingRow, "«paths»: {basket: {checkout: 1}, checkout: {done: 1}}"),
    .init(.emptyRow, "paths: {START: {basket: 1}, «basket»: {checkout: 0}, checkout: {done: 1}}"),
    .init(.emptyRow, "paths: {START: {basket: 1}, «basket»: {}, checkout: {done: 1}}"),
    .init(
      .rowTotal,
      "paths: {START: {basket: 1}, «basket»: {checkout: 60%, leave: 30%}, checkout: {done: 1}}"
    ),
    .init(
      .rowTotal,
      "paths: {START: {basket: 1}, «basket»: {checkout: 110%, leave: rest}, checkout: {done: 1}}"
        .replacing("110%", with: "80%, done: 30%")
    ),
    .init(
      .rowTotal,
      "paths: {START: {basket: 1}, basket: {checkout: rest, leave: «rest»}, checkout: {done: 1}}"
    ),
    .init(
      .rowMixedUnits,
      "paths: {START: {basket: 1}, basket: {checkout: 60%, leave: «2»}, checkout: {done: 1}}"
    ),
    .init(
      .rowMixedUnits,
      "paths: {START: {basket: 1}, basket: {checkout: «6», leave: rest}, checkout: {done: 1}}"
    ),
    .init(.twoRows, "personas: {all: {share: 100%, starts: {basket: 1}, paths: {«START»: {basket: 1}}}}"),
    .init(.personaShares, "«personas»: {a: {share: 60%}, b: {share: 30%}}"),
    .init(.memoryWeights, "satisfaction: {«memory»: {average: 0.8}}"),
    .init(
      .sendsToTotal,
      "pain points: {lost: {at: basket, hits: 5%, sends to: «{leave: 60%, basket: 50%}»}}"
    ),
    // The journey as a whole
    .init(.feelsOnSome, "touchpoints: {basket: {feels: 78}, «checkout»: {}}"),
    .init(.needsFeels, "targets: {«satisfaction»: at least 70}"),
    .init(.needsRetention, "targets: {«kept@3»: at least 20%}"),
    .init(.needsRetention, "retention: {of: goal, every: 90d, baseline: 78%}\ntargets: {«clv»: at least 20}"),
    .init(
      .unreachable,
      "touchpoints: {basket: {}, checkout: {}, «shelf»: {}}\npaths: {START: {basket: 1}, basket: {checkout: 1}, checkout: {done: 1}, shelf: {done: 1}}"
    ),
    .init(.unreachable, "outcomes: {done: goal, «refused»: loss}"),
    .init(
      .noEnd,
      "touchpoints: {basket: {}, checkout: {}, «trap»: {}}\npaths: {START: {basket: 1}, basket: {checkout: 1, trap: 1}, checkout: {done: 1}, trap: {trap: 1}}"
    ),
    .init(.goalUnreachable, "«paths»: {START: {basket: 1}, basket: {checkout: 1}, checkout: {leave: 1}}"),
    .init(.longJourney, "run: {longest journey: «4 visits»}"),
    .init(
      .typedTotal,
      "pain points: {lost: {at: basket, hits: 5%, sends to: {checkout: 50%}}}\npaths: {START: {basket: 1}, basket: {«checkout»: 3, leave: 1}, checkout: {done: 1}}"
    ),
    .init(.variantCycle, "what if: {one: {builds on: [«one»]}}"),
    .init(.variantImpossible, "what if: {«without»: {close: [basket]}}"),
    .init(.noFix, "pain points: {slow: {at: basket, hits: 15%}}\nwhat if: {faster: {fix: [«slow»]}}"),
  ]

  /// Codes that need a file, a very large text or JSON; their tests stand below and in `ExtendsTests`.
  static let elsewhere: Set<FindingCode> = [
    .fileMissing, .fileTooLarge, .notUTF8, .jsonSyntax, .tooDeep, .tooManyValues, .textTooLong,
    .extendsMissing,
    .extendsCycle,
  ]

  @Test func `every code has a test of its place`() {
    let tested = Set(Self.cases.map(\.code)).union(Self.elsewhere)
    #expect(FindingCode.allCases.filter { !tested.contains($0) } == [])
  }

  @Test(arguments: cases)
  func `a finding points at the exact stretch`(test: PlaceCase) throws {
    let marked = MarkedText(test.text)
    let whole = Set<FindingCode>([.emptyFile, .rootNotMapping]).contains(test.code)
    let text = whole ? marked.text : Completion.scenario(marked.text)
    let findings = ScenarioReader.read(text: text).findings
    #expect(findings.map(\.code) == [test.code.rawValue])
    #expect(findings.first?.range == marked.ranges.first)
  }
}
