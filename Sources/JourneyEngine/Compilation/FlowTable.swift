import JourneyModel

/// Numbers every transition that can be counted, so that counters are flat.
struct FlowTable {
  private(set) var flows: [CompiledJourney.Flow] = []
  private var numbers: [[String: Int32]]
  private let placeNames: [String?]
  private let returnPlace: Int

  /// - Parameter touchpoints: names in canonical order; places follow them as entry and re-entry.
  init(touchpoints: [String]) {
    placeNames = touchpoints.map(Optional.some) + [nil, nil]
    returnPlace = touchpoints.count + 1
    numbers = Array(repeating: [:], count: touchpoints.count + 2)
  }

  /// The number of a transition, made on first use.
  mutating func number(from place: Int, to destination: Destination) -> Int32 {
    let key = destination.key
    if let known = numbers[place][key] { return known }
    let number = Int32(flows.count)
    numbers[place][key] = number
    flows.append(.init(from: placeNames[place], isReentry: place == returnPlace, to: destination))
    return number
  }
}

extension Destination {
  /// A text that tells a touchpoint from an outcome of the same name.
  fileprivate var key: String {
    switch self {
    case .touchpoint(let name): "t" + name
    case .outcome(let name): "o" + name
    }
  }
}
