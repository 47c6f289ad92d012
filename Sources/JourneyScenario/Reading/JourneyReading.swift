import JourneyDiagnostics
import JourneyModel

/// A document decoded and checked: the journey with everything that was found on the way.
struct JourneyReading {
  let draft: Draft
  let journey: Journey
  let assumptions: [String]
  let evidence: Evidence
  let findings: Findings
  /// Whether the document added an error of its own.
  let isValid: Bool

  /// Decodes and checks a document; its findings are added to those given.
  ///
  /// - Complexity: O(values of the document).
  init(_ root: DocumentNode, findings: Findings) {
    let before = findings.errors
    var decoder = Decoder(findings: findings)
    decoder.decode(root)
    var builder = JourneyBuilder(
      draft: decoder.draft,
      findings: decoder.findings,
      assumptions: decoder.assumptions
    )
    journey = builder.build()
    draft = decoder.draft
    evidence = decoder.evidence
    assumptions = builder.assumptions
    var findings = builder.findings
    let context = RuleContext(draft: draft, journey: journey)
    for rule in Rules.ofParts { rule.check(context, into: &findings) }
    // Rules about the whole graph say nothing sensible about a graph with parts missing.
    for rule in Rules.ofTheGraph where findings.errors == before { rule.check(context, into: &findings) }
    isValid = findings.errors == before
    self.findings = findings
  }
}
