import JourneyModel

/// A colour written as `#RRGGBB`, so that nothing else can reach a style.
public struct HexColour: Sendable, Hashable {
  /// The seven characters, in upper case.
  public let text: String

  /// Reads a colour, or nil where the text is none.
  public init?(_ text: String) {
    let characters = Array(text.uppercased())
    guard characters.count == 7, characters[0] == "#" else { return nil }
    guard characters.dropFirst().allSatisfy({ "0123456789ABCDEF".contains($0) }) else { return nil }
    self.text = String(characters)
  }
}

/// How a channel is told apart: colour, sign and shape together, never colour alone.
public struct ChannelLook: Sendable, Hashable {
  /// The channel's name.
  public var name: String
  /// Its place in the palette, 0-4, used again after the fifth.
  public var slot: Int
  /// The analyst's own colour.
  public var colour: HexColour?
  /// Its sign in running text.
  public var glyph: String
  /// The shape of its dots.
  public var shape: MarkShape

  static let glyphs = ["●", "▲", "■", "◆", "✚"]
  static let outlinedGlyphs = ["○", "△", "□", "◇", "✛"]

  /// The looks of a journey's channels, by the analyst's order.
  public static func looks(of journey: Journey) -> [ChannelLook] {
    journey.channels.enumerated().map { index, channel in
      let slot = index % glyphs.count
      let own = channel.glyph.flatMap { $0.isEmpty ? nil : String($0.prefix(1)) }
      return ChannelLook(
        name: channel.name,
        slot: slot,
        colour: channel.colour.flatMap { HexColour($0) },
        glyph: own ?? (index < glyphs.count ? glyphs[slot] : outlinedGlyphs[slot]),
        shape: MarkShape.allCases[slot]
      )
    }
  }

  /// The look of touchpoints without a channel.
  public static let none = ChannelLook(name: "", slot: 0, colour: nil, glyph: "●", shape: .circle)
}

/// The shape of a dot.
public enum MarkShape: Int, Sendable, CaseIterable {
  case circle, triangle, square, diamond, cross
}
