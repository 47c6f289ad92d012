extension Stylesheet {
  /// Curves over periods with bands, and the same in other worlds.
  static let fan: StaticString = """
    .fan{fill:var(--blue);fill-opacity:.16;stroke:var(--edge);stroke-width:.7}.other{fill:none;stroke-width:2;stroke-dasharray:7 4}
    .retention .goal{color:var(--good);stroke:var(--good)}.other.goal{stroke-dasharray:2 3;stroke-width:2.6}
    .chart .otherend{fill:currentColor;stroke:none;font-size:13px}
    .target{fill:none;stroke:var(--good);stroke-width:2.2;stroke-dasharray:7 3}.chart .targetname{fill:var(--good)}
    """
}
