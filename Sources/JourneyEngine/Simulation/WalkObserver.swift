/// Sees what happens on a walk. The engine is specialised for each observer, so one that looks away costs nothing.
protocol WalkObserver {
  /// A traveller of this persona sets out.
  mutating func begin(persona: Int)
  /// A move was made; `option` is the transition's number.
  mutating func moved(flow: Int32, forced: Bool)
  /// A pain point hit.
  mutating func hit(pain: Int, severity: Double, delaySeconds: Double)
  /// A visit is over, its score known.
  mutating func visited(_ visit: Visit)
  /// The traveller gave up here, or not, with this probability.
  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool)
}

/// One visit as it was lived.
struct Visit {
  var touchpoint: Int
  /// Earlier visits to the same touchpoint.
  var earlier: Int
  var quality: Double
  var handoff: Double
  var score: Double
  /// What was expected on arrival.
  var expectation: Double
  var dissatisfaction: Double
  var mood: Double
  var seconds: Double
  var cost: Double
}

/// Looks away.
struct NoObserver: WalkObserver {
  @inline(__always) mutating func begin(persona: Int) {}
  @inline(__always) mutating func moved(flow: Int32, forced: Bool) {}
  @inline(__always) mutating func hit(pain: Int, severity: Double, delaySeconds: Double) {}
  @inline(__always) mutating func visited(_ visit: Visit) {}
  @inline(__always)
  mutating func decided(touchpoint: Int, probabilityToLeave: Double, left: Bool) {}
}
