extension Stylesheet {
  /// Curves over periods with bands, and the same in other worlds.
  static let fan: StaticString = """
    .fan{fill:var(--blue);opacity:.16}.other{fill:none;stroke-width:2;stroke-dasharray:7 4}
    .goal{color:var(--good);stroke:var(--good)}.other.goal{stroke-dasharray:2 3;stroke-width:2.6}
    .chart .otherend{fill:currentColor;stroke:none;font-size:13px}
    .target{fill:none;stroke:var(--good);stroke-width:2.2;stroke-dasharray:7 3}.chart .targetname{fill:var(--good)}
    """
}
