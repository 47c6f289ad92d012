import JourneyModel

extension WhatIf {
  /// The journey with all its fixes done, as costed; nil where there is none.
  ///
  /// - Throws: `InterventionProblem` where a fix cannot be tried.
  public static func withAllFixes(_ journey: Journey) throws(InterventionProblem) -> Journey? {
    let fixes = journey.painPoints.filter { $0.fix != nil }
    guard !fixes.isEmpty else { return nil }
    return try journey.applying(fixes.map { .fix(painPoint: $0.name) })
  }
}
