/// Stages that people already use for journeys, each with a first touchpoint.
public enum StageLadder: String, CaseIterable, Sendable {
  /// Kotler's five A's.
  case fiveAs = "5a"
  /// Attention, interest, desire, action.
  case aida
  /// From an inquiry to an installed product.
  case inquiry
  /// From awareness to loyalty.
  case loyalty
  /// Acquisition, activation, retention, referral, revenue.
  case aarrr

  /// One rung with an example of a touchpoint.
  struct Rung {
    var stage: String
    var touchpoint: String
    var channel: String
    var feels: String
    var takes: String
    var costs: String
    /// Share that goes on; the others leave or try again.
    var onward: Int
  }

  var rungs: [Rung] {
    switch self {
    case .fiveAs:
      [
        .init("aware", "advert", "social", "70 ± 12", "5s..30s", "0.20", 45),
        .init("appeal", "home page", "web", "74 ± 12", "1m..3m", "0.02", 60),
        .init("ask", "product page", "web", "73 ± 13", "3m..9m", "0.04", 45),
        .init("act", "checkout", "web", "76 ± 12", "3m..7m", "0.45", 75),
        .init("advocate", "thank-you mail", "mail", "78 ± 10", "30s..2m", "0.01", 85),
      ]
    case .aida:
      [
        .init("attention", "advert", "social", "70 ± 12", "5s..30s", "0.20", 40),
        .init("interest", "landing page", "web", "73 ± 12", "1m..3m", "0.02", 55),
        .init("desire", "product page", "web", "74 ± 13", "3m..9m", "0.04", 45),
        .init("action", "checkout", "web", "76 ± 12", "3m..7m", "0.45", 80),
      ]
    case .inquiry:
      [
        .init("inquiry", "first call", "phone", "73 ± 15", "4m..10m", "5.50", 70),
        .init("comparison", "offer", "mail", "72 ± 12", "10m..40m", "12", 50),
        .init("purchase", "contract", "web", "75 ± 12", "10m..30m", "3", 85),
        .init("installation", "fitter visit", "on site", "78 ± 15", "2h..5h", "140", 96),
      ]
    case .loyalty:
      [
        .init("awareness", "advert", "social", "70 ± 12", "5s..30s", "0.20", 40),
        .init("consideration", "product page", "web", "74 ± 13", "3m..9m", "0.04", 45),
        .init("purchase", "checkout", "web", "76 ± 12", "3m..7m", "0.45", 80),
        .init("service", "delivery", "courier", "80 ± 13", "2d..4d", "4.90", 95),
        .init("loyalty", "follow-up mail", "mail", "76 ± 10", "30s..2m", "0.01", 92),
      ]
    case .aarrr:
      [
        .init("acquisition", "landing page", "web", "72 ± 12", "1m..3m", "0.30", 35),
        .init("activation", "first use", "app", "74 ± 15", "4m..12m", "0.02", 60),
        .init("retention", "weekly use", "app", "77 ± 12", "3m..10m", "0.02", 65),
        .init("referral", "invite a friend", "app", "75 ± 10", "30s..2m", "0.01", 70),
        .init("revenue", "upgrade", "web", "74 ± 12", "2m..6m", "0.40", 85),
      ]
    }
  }
}

extension StageLadder.Rung {
  fileprivate init(
    _ stage: String,
    _ touchpoint: String,
    _ channel: String,
    _ feels: String,
    _ takes: String,
    _ costs: String,
    _ onward: Int
  ) {
    self.init(
      stage: stage,
      touchpoint: touchpoint,
      channel: channel,
      feels: feels,
      takes: takes,
      costs: costs,
      onward: onward
    )
  }
}
