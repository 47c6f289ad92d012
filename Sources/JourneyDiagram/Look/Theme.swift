/// Light or dark colours.
public enum Theme: String, Sendable, CaseIterable {
  case light, dark
}
