/// What is said of stages.
enum StageWords {
  /// How many travellers get to a stage on their first journey.
  static func reach(_ share: Double) -> String {
    share == 0 ? "not on a first journey" : "\(Figure.percent(share)) get here"
  }

  /// A stage with the same in one breath: "choose 74%", "renew later".
  static func short(_ name: String, _ share: Double) -> String {
    "\(name) " + (share == 0 ? "later" : Figure.percent(share))
  }
}
