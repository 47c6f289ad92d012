/// What is said of stages.
enum StageWords {
  /// How many travellers get to a stage on their first journey.
  static func reach(_ share: Double) -> String {
    share == 0 ? "not on a first journey" : "\(Figure.percent(share)) get here"
  }
}
