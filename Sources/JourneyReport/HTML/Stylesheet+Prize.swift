extension Stylesheet {
  /// The way from today to all fixes.
  static let prize: StaticString = """
    .prize .loss{grid-template-columns:170px 1fr 250px}.prize .loss>b{font-weight:400}\
    .prize .loss:first-child>b,.prize .loss:nth-last-child(2)>b{font-weight:700}
    .prize .axis span{position:absolute;transform:translateX(-50%)}
    .link{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}.total.point{stroke:var(--ink);stroke-width:13}
    .prize rect.good{fill:var(--good)}.prize rect.bad{fill:var(--orange)}.prize rect.faint{fill:var(--soft)}
    @media (max-width:720px){.prize .loss{grid-template-columns:auto 1fr;gap:0 12px}\
    .prize .strip,.prize .axis{grid-column:1/-1;grid-row:2}.prize .words{text-align:right}}
    """
}
