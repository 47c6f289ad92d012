extension Stylesheet {
  /// A4 across, where every part begins on a page of its own. No text of the page itself is set under 6.5 points; what
  /// needs a second page breaks before a map, between lanes, or between rows that are not the last ones.
  static let print: StaticString = """
    @page{size:A4 landscape;margin:11mm 12mm}
    @media print{
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    body{font-size:13px;line-height:1.4}
    nav,details,.swipe,.quiet,.skip,.more,.try,.js .try.try.try{display:none!important}
    .page{max-width:none;padding:0!important}section.page{break-before:page}
    h2,h3.finding,.notes,.facts{max-width:none}h2{font-size:21px}h3{font-size:13px}h3.finding{font-size:16px;margin:0}
    section .reading{font-size:12.5px;margin:.2rem 0 .6rem;max-width:none}.notes{font-size:10.5px;margin-top:.5rem}
    .facts{font-size:10.5px;margin:.2rem 0 .6rem}.facts li{margin:.12em 0}
    pre{font-size:11.5px;padding:8px 12px}.foot{font-size:10.5px;padding:.6rem 0 0}
    h2,h3,.reading,.group{break-after:avoid}.notes,.foot,.story+pre,tbody tr:nth-last-child(-n+2){break-before:avoid}
    table,tr,li,.reading,.drawing,.card,.panelcard,.note,.figure,.lane{break-inside:avoid}
    .top{zoom:.78}.question{font-size:16px}.figures{grid-template-columns:repeat(6,1fr)}
    .board{grid-template-columns:1fr 1.6fr .95fr!important}.board .actions{grid-column:auto!important;grid-row:auto!important}
    .scroll{overflow:visible;margin:0;border:0}.card{padding:10px 14px}
    table{font-size:11px}thead th{font-size:10.5px}.data th,.data td{padding:4px 8px}
    section.page table :is(small,.words small){font-size:9px}
    .drawing .sheet{min-width:0;padding:0}.drawing svg{max-width:100%;max-height:168mm}
    }
    """
}
