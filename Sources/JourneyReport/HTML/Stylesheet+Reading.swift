extension Stylesheet {
  /// What keeps letters readable between a phone and a wide screen: drawings keep their size and scroll in their own
  /// region, charts have larger letters where they are drawn smaller, and tables break words before they break the page.
  static let reading: StaticString = """
    .glyph{font-size:max(12px,.86em)}.lanes{min-width:calc(118px + var(--columns)*217px)}
    nav .page{padding-right:64px!important;scroll-padding:0 64px;\
    mask-image:linear-gradient(90deg,#000 calc(100% - 72px),transparent)}
    @media screen{.drawing .sheet{min-width:calc(var(--w) + 10px);padding:6px 4px 10px}}
    @media screen and (min-width:1400px){.drawing.bleed{margin-left:-112px;margin-right:-112px}\
    .drawing .sheet{min-width:calc(var(--w)*.97)}}
    @media screen and (max-width:1399px){.swipe:has(+.drawing){display:block}}
    details caption{white-space:normal}
    details .data{table-layout:fixed}.data th,.data td{overflow-wrap:anywhere;hyphens:auto}
    @media screen and (max-width:1100px){.data{table-layout:fixed;font-size:12.5px}.data th,.data td{padding:6px 5px}.data small{font-size:12px}}
    @media screen and (min-width:721px) and (max-width:1100px){.chart.wide text{font-size:17px}.chart.wide .end{font-size:20px}}
    """
}
