extension Stylesheet {
  /// Moves between stages.
  static let flow: StaticString = """
    .flow-on,.flow-begins{fill:var(--flow);stroke:var(--edge);stroke-width:.7}\
    .flow-lost{fill:var(--lost);fill-opacity:.42;stroke:var(--lost);stroke-width:.7}
    .flow-back,.flow-backbox{fill:var(--soft);fill-opacity:.12;stroke:var(--soft);stroke-width:.8;stroke-dasharray:4 3}
    .flow-plain{fill:var(--soft)}.flow-goal{fill:var(--good)}.flow-end{fill:var(--soft)}
    .chart .flow-head{font-weight:700;font-size:13px;fill:var(--ink)}
    .flow-name,.narrow .flow-head{paint-order:stroke;stroke:var(--card);stroke-width:3px;stroke-opacity:.8}
    .flow-name,.flow-label{fill:var(--ink)}.chart .flow-label{font-size:13px}.flow-figure{font-weight:700}
    .flow-glyph{fill:var(--card)}.flow-key{display:none}@media (max-width:720px){.flow-key{display:block}}
    """
}
