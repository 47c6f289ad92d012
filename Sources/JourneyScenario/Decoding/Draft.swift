import JourneyModel

/// A scenario as it was written: every part with its places, names not yet looked up.
package struct Draft {
  /// A name with its place.
  package struct Name {
    var text: String
    var mark: Mark
  }

  /// One option of a row.
  package struct Option {
    var to: Name
    var weight: Double
  }

  /// A row of paths.
  package struct Row {
    /// The touchpoint, or `START` or `RETURN`.
    var place: Name
    var options: [Option]
    /// Whether findings were made in it, so that its totals say nothing.
    var isBroken = false
  }

  package struct TouchpointPart {
    var value: Touchpoint
    var name: Name
    var stage: Name?
    var channel: Name?
    var feels: Mark?
  }

  package struct ChannelPart {
    var value: Channel
    var name: Name
  }

  package struct OutcomePart {
    var value: Outcome
    var name: Name
  }

  package struct HandoffPart {
    var points: Double
    var from: Name?
    var to: Name?
    var mark: Mark
  }

  package struct PainPart {
    var value: PainPoint
    var name: Name
    var at: Name
    var hitsPersonas: [Name]
    var sendsTo: [Option]
    var sendsToMark: Mark?
  }

  package struct PersonaPart {
    var value: Persona
    var name: Name
    /// Where the share is written, if a share could be read.
    var share: Mark?
    var prefers: [Name]
    var start: Row?
    var returning: Row?
    var rows: [Row]
  }

  package struct TargetPart {
    var value: Target
    var mark: Mark
  }

  package struct ObservationPart {
    var value: Observation
    var mark: Mark
    var touchpoint: Name?
  }

  package struct VariantPart {
    var name: Name
    var node: DocumentNode
    var because: String?
    var fix: [Name] = []
    var remove: [Name] = []
    var bypass: [Name] = []
    var close: [Name] = []
    var set: [DocumentEntry] = []
    var add: DocumentNode?
    var buildsOn: [Name] = []
  }

  var name = ""
  var about: String?
  var run = RunSettings()
  var longestJourney: Mark?
  var stages: [Name] = []
  var fiveAs: [(step: FiveAs.Step, place: Name)] = []
  var fiveAsMark: Mark?
  var channels: [ChannelPart] = []
  var handoffDefault: Double?
  var handoffs: [HandoffPart] = []
  var touchpoints: [TouchpointPart] = []
  var outcomes: [OutcomePart] = []
  var start: Row?
  var returning: Row?
  var rows: [Row] = []
  var pathsMark: Mark?
  var pains: [PainPart] = []
  var personas: [PersonaPart] = []
  var personasMark: Mark?
  var satisfaction = SatisfactionModel()
  var memoryMark: Mark?
  var retention: RetentionModel?
  var retentionMark: Mark?
  var retentionHasBaseline = false
  var targets: [TargetPart] = []
  var observed: [ObservationPart] = []
  var variants: [VariantPart] = []
}
