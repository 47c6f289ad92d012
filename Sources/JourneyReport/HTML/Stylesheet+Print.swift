extension Stylesheet {
  /// A4 across: every part begins on a page of its own, and long tables are set smaller before they are broken.
  static let print: StaticString = """
    @page{size:A4 landscape;margin:11mm 12mm}
    @media print{
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    body{font-size:13px}nav,details,.swipe,.quiet,.skip,.more{display:none!important}
    .page{max-width:none;padding:0!important}section.page{break-before:page;padding-top:0}
    .top{zoom:.76}.board{grid-template-columns:1fr 1.6fr .95fr!important}.board .actions{grid-column:auto!important;grid-row:auto!important}\
    .panelcard{break-inside:avoid}.figures{grid-template-columns:repeat(6,1fr)}
    .scroll{overflow:visible;margin:0}.bleed{margin:0}.lanes{zoom:.5}\
    .drawing{border:0;break-inside:avoid}.drawing .sheet{min-width:0;padding:0}\
    .drawing svg{max-height:150mm;max-width:100%;margin:0 auto}\
    .behind span{display:none}.thought:nth-child(n+3){display:none}\
    .lane{break-inside:avoid}
    h1{font-size:34px}h2{font-size:22px}.question{font-size:16px}.reading{margin-bottom:.8rem}h2,h3,.reading{break-after:avoid}
    tr,.card,.note,.figure,li{break-inside:avoid}.forest,.steps{zoom:.6}
    .personas{grid-template-columns:repeat(4,1fr)}
    section.page .data{font-size:11px}section.page .data th,section.page .data td{padding:4px 8px}
    .facts{columns:2;column-gap:2em;font-size:11.5px;max-width:none}.tornado{zoom:.74}.notes{font-size:11px;margin-top:.5rem}\
    #paths .drawing svg{max-height:98mm}#pay .data{zoom:.88}#live .live{zoom:.6}#live .data{zoom:.8}#scenarios .drawing svg{max-height:140mm}
    .foot{padding:1rem 0 0}
    }
    """
}
