/// The colours of drawings and pages, each role with a hex of its own.
///
/// Because no two roles of the light palette share a hex, a style sheet can recolour an inlined drawing by matching
/// its attributes; `darkRules` writes that style sheet. Text reaches 4.5:1 and marks 3:1 on their backgrounds.
/// Warm colours mean pain and nothing else.
public struct Palette: Sendable, Equatable {
  /// The sheet.
  public let page: String
  /// A lane.
  public let panel: String
  /// A stage header.
  public let header: String
  /// Thin separating lines.
  public let rule: String
  /// Text.
  public let ink: String
  /// Lesser text.
  public let secondary: String
  /// A card and its outline.
  public let card, cardLine: String
  /// A card in the background's voice: fill, outline, text.
  public let ghostCard, ghostLine, ghostText: String
  /// A line in the background's voice.
  public let ghostFlow: String
  /// Moves; moves into contacts that exist because something failed; where journeys begin.
  public let flow, failureFlow, entry: String
  /// Words of good and bad.
  public let good, bad: String
  /// A pain tab: fill, outline, text.
  public let tab, tabLine, tabText: String
  /// Text on the two strongest heat classes and on outcomes.
  public let onStrong: String
  /// A rank sign and its number.
  public let medallion, onMedallion: String
  /// Outcomes: reached, lost, neither.
  public let goal, loss, neutral: String
  /// Left before the end: fill and dashed outline.
  public let left, leftLine: String
  /// Change: line and text of more and of fewer.
  public let more, moreText, fewer, fewerText: String
  /// Change of pain: fill and text of worse and of better.
  public let worse, worseText, better, betterText: String
  /// Text on a path's number.
  public let onPath: String
  /// Share of dissatisfaction, least to most.
  public let heat: [String]
  /// Very bad, bad, neutral, good, very good.
  public let feelings: [String]
  /// Checked channel colours by slot.
  public let channels: [String]
  /// Ranked paths.
  public let paths: [String]
  /// Small to large shares, in one hue.
  public let ramp: [String]

  /// The palette of a theme.
  public static func of(_ theme: Theme) -> Palette { theme == .light ? light : dark }

  /// Every role with its colour, in a fixed order that is the same in both palettes.
  public var roles: [(name: String, hex: String)] {
    func ramp(_ name: String, _ colours: [String]) -> [(name: String, hex: String)] {
      colours.enumerated().map { ("\(name)-\($0.offset + 1)", $0.element) }
    }
    let single: [(name: String, hex: String)] = [
      ("page", page), ("panel", panel), ("header", header), ("rule", rule), ("ink", ink),
      ("secondary", secondary), ("card", card), ("card-line", cardLine), ("ghost-card", ghostCard),
      ("ghost-line", ghostLine), ("ghost-text", ghostText), ("ghost-flow", ghostFlow), ("flow", flow),
      ("failure-flow", failureFlow), ("entry", entry), ("good", good), ("bad", bad), ("tab", tab),
      ("tab-line", tabLine), ("tab-text", tabText), ("on-strong", onStrong), ("medallion", medallion),
      ("on-medallion", onMedallion), ("goal", goal), ("loss", loss), ("neutral", neutral), ("left", left),
      ("left-line", leftLine), ("more", more), ("more-text", moreText), ("fewer", fewer),
      ("fewer-text", fewerText), ("worse", worse), ("worse-text", worseText), ("better", better),
      ("better-text", betterText), ("on-path", onPath),
    ]
    return single + ramp("heat", heat) + ramp("feeling", feelings) + ramp("channel", channels)
      + ramp("path", paths)
  }

  /// Colour of one of the seven heat classes; indices outside are clamped.
  public func heat(_ level: Int) -> String { heat[min(max(0, level), heat.count - 1)] }

  /// Text colour with enough contrast on a heat class.
  public func onHeat(_ level: Int) -> String { level >= 5 ? onStrong : ink }

  /// Text colour with enough contrast on a share's colour, 0 (none) to 7.
  public func onRamp(_ level: Int) -> String {
    let isLate = level > 5
    return self == .light ? (isLate ? onStrong : ink) : (isLate ? onMedallion : ink)
  }

  /// Colour of a ranked path, counted from 1; from the sixth on they repeat.
  public func path(_ number: Int) -> String { paths[max(0, number - 1) % paths.count] }

  /// Colour of a channel.
  public func channel(_ colour: LaneColour, theme: Theme) -> String {
    switch colour {
    case .slot(let slot): channels[max(0, slot) % channels.count]
    case .custom(let light, let dark): Colour.valid(theme == .light ? light : dark) ?? secondary
    }
  }

  /// A style sheet that turns an inlined light drawing dark, for elements inside `scope` (a selector such as `.gv`).
  ///
  /// `lanes` adds the reader's own channel colours.
  public static func darkRules(scope: String, lanes: [Lane] = []) -> String {
    var pairs = zip(light.roles, dark.roles).map { ($0.hex, $1.hex) }
    for lane in lanes {
      guard case .custom(let from, let to) = lane.colour, let from = Colour.valid(from),
        let to = Colour.valid(to), !pairs.contains(where: { $0.0 == from })
      else { continue }
      pairs.append((from, to))
    }
    return pairs.map { from, to in
      let old = from.lowercased()
      return "\(scope) [fill=\"\(old)\"]{fill:\(to)}\(scope) [stroke=\"\(old)\"]{stroke:\(to)}"
    }.joined(separator: "\n")
  }
}

/// Colours as text.
enum Colour {
  /// `text` as "#RRGGBB" in upper case, nil when it is anything else.
  static func valid(_ text: String) -> String? {
    let upper = text.uppercased()
    guard upper.utf8.count == 7, upper.hasPrefix("#"), upper.dropFirst().allSatisfy(\.isHexDigit) else {
      return nil
    }
    return upper
  }

  /// The same colour, a little transparent, so that crossing lines stay readable.
  static func translucent(_ hex: String) -> String { hex + "D0" }
}
