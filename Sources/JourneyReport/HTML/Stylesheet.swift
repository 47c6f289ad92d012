/// The page's style sheet, in parts; colours are roles, given once for light and once for dark.
enum Stylesheet {
  static let parts: [StaticString] = [
    light, darkBySystem, darkByChoice,
    base, header, board, lanes, tables, charts, reading,
    flow, doubt, prize, fan, live, choice, customer,
    narrow, flat, steps, print, printedParts,
  ]

  static let light: StaticString = """
    :root{color-scheme:light dark;--ink:#17212b;--soft:#566370;--rule:#d5dce3;--hair:#e7ecf0;--panel:#f4f6f8;\
    --card:#fff;--page:#fff;--good:#00705c;--bad:#a3161f;--open:#7a5200;--link:#0b5aa8;\
    --c0:#1f7fe5;--c1:#8331a0;--c2:#1a6e35;--c3:#212a32;--c4:#7a7480;\
    --band80:#e6edf5;--band50:#d3dee9;--line:#17212b;--blue:#0b5aa8;--blue-light:#5e95ca;--orange:#c8501e;\
    --basis0:#00705c;--basis1:#3d84c6;--basis2:#b9770f;--basis3:#7a8795;\
    --f0:#9e1420;--f1:#f1835f;--f2:#dde2e7;--f3:#8fbfd9;--f4:#2b7bb0;--flow:#c6cfd7;\
    --edge:#8793a0;--reach:#d9e0e7;--lost:#c8501e;--high:#c8501e;--pain:#fdeae1;--pain-edge:#9e1420;--chance:#e0f0ea;--chance-edge:#00705c;\
    --v0:#b9470f;--v1:#00705c;--v2:#6a3fa0;--v3:#0b4f8a;--v4:#5a6875}
    """

  static let darkBySystem: StaticString = """
    @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){--ink:#e8edf2;--soft:#a7b4c0;\
    --rule:#33404c;--hair:#28333d;--panel:#171f27;--card:#1e2730;--page:#10161c;--good:#5fd0b2;--bad:#ff9382;\
    --open:#e8bd62;--link:#7cc3ee;--c0:#64c1fa;--c1:#c268d8;--c2:#3fad58;--c3:#eaf3fb;--c4:#ada4ae;\
    --band80:#25313d;--band50:#334759;--line:#f2f6fa;--blue:#64c1fa;--blue-light:#3f7ba8;--orange:#f39a62;\
    --basis0:#5fd0b2;--basis1:#64a8e0;--basis2:#e8bd62;--basis3:#77879a;\
    --f0:#ff6b5e;--f1:#c9603f;--f2:#46525d;--f3:#4f86a6;--f4:#7cc3ee;--flow:#46535f;\
    --edge:#6a7884;--reach:#33404c;--lost:#e0743f;--high:#c8501e;--pain:#3c2521;--pain-edge:#ff9382;--chance:#17332c;--chance-edge:#5fd0b2;\
    --v0:#f39a62;--v1:#4fc3a7;--v2:#c4a3f0;--v3:#7cc3ee;--v4:#a7b4c0}}
    """

  static let darkByChoice: StaticString = """
    @media screen{:root[data-theme=dark]{--ink:#e8edf2;--soft:#a7b4c0;\
    --rule:#33404c;--hair:#28333d;--panel:#171f27;--card:#1e2730;--page:#10161c;--good:#5fd0b2;--bad:#ff9382;\
    --open:#e8bd62;--link:#7cc3ee;--c0:#64c1fa;--c1:#c268d8;--c2:#3fad58;--c3:#eaf3fb;--c4:#ada4ae;\
    --band80:#25313d;--band50:#334759;--line:#f2f6fa;--blue:#64c1fa;--blue-light:#3f7ba8;--orange:#f39a62;\
    --basis0:#5fd0b2;--basis1:#64a8e0;--basis2:#e8bd62;--basis3:#77879a;\
    --f0:#ff6b5e;--f1:#c9603f;--f2:#46525d;--f3:#4f86a6;--f4:#7cc3ee;--flow:#46535f;\
    --edge:#6a7884;--reach:#33404c;--lost:#e0743f;--high:#c8501e;--pain:#3c2521;--pain-edge:#ff9382;--chance:#17332c;--chance-edge:#5fd0b2;\
    --v0:#f39a62;--v1:#4fc3a7;--v2:#c4a3f0;--v3:#7cc3ee;--v4:#a7b4c0}}
    """

  static let base: StaticString = """
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 Inter,"Segoe UI","Helvetica Neue",Arial,\
    "Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
    .page{max-width:1184px;margin:0 auto}
    section.page{padding:3rem 0 1rem;scroll-margin-top:3rem}
    @media (max-width:1260px){.page{padding-left:24px!important;padding-right:24px!important}}
    h1,h2,h3{line-height:1.2;text-wrap:balance;margin:0;letter-spacing:-.012em}
    h1{font-size:clamp(26px,2.9vw,37px);line-height:1.16;letter-spacing:-.02em}
    h2{font-size:clamp(21px,2.4vw,28px);max-width:34em}
    h3{font-size:16px}table+h3{margin-top:1.4rem}
    p{margin:0}
    a,summary{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
    .reading{color:var(--soft);margin:.5rem 0 1.4rem;max-width:56em}
    .notes{color:var(--soft);font-size:13px;margin-top:.9rem;max-width:72em}
    .faint{color:var(--soft)}.good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}
    small{font-size:12.5px}
    .card{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:18px}
    .glyph{color:var(--ch)}.ch0{--ch:var(--c0)}.ch1{--ch:var(--c1)}.ch2{--ch:var(--c2)}.ch3{--ch:var(--c3)}\
    .ch4{--ch:var(--c4)}
    .skip{position:absolute;left:-999px;top:0;background:var(--card);padding:10px 16px;z-index:9}
    .skip:focus{left:8px;top:8px}
    details{margin-top:1rem}summary{cursor:pointer;font-size:14px;width:fit-content}
    pre{background:var(--panel);border:1px solid var(--rule);border-radius:8px;padding:14px;overflow-x:auto;\
    font:14px/1.5 ui-monospace,"SF Mono","DejaVu Sans Mono",Menlo,monospace;white-space:pre-wrap}
    .facts{padding-left:1.2em;margin:.4rem 0 1.2rem;font-size:14.5px;max-width:64em}.facts li{margin:.3em 0}
    .foot{padding:2.5rem 0 3rem;color:var(--soft);font-size:13px}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    """

  static let header: StaticString = """
    .top{padding:22px 0 24px}
    .meta{display:flex;flex-wrap:wrap;gap:4px 22px;align-items:center;font-size:13px;color:var(--soft);\
    margin-bottom:14px}.meta b{color:var(--ink)}
    .quiet{display:none;font:inherit;color:var(--ink);background:var(--panel);border:1px solid var(--rule);\
    border-radius:99px;padding:6px 14px;margin-left:auto;cursor:pointer}.js .quiet{display:block}
    .lede{font-size:clamp(16px,1.5vw,18px);color:var(--soft);max-width:60em;margin:12px 0 20px}.lede b{color:var(--ink)}
    .route{display:flex;flex-wrap:wrap;list-style:none;padding:0;margin:-6px 0 16px;font-size:14px;color:var(--soft)}\
    .route::before{content:"How far travellers get:";margin-right:9px}.route li+li::before{content:"\\2192";margin:0 9px}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));margin:0;background:var(--card);\
    border:1px solid var(--rule);border-radius:12px;gap:1px;overflow:hidden}
    .figure{box-shadow:0 0 0 1px var(--rule);padding:15px 16px;display:flex;flex-direction:column}
    .figure dt{font-size:13px;color:var(--soft);min-height:2.9em;line-height:1.4}.figure dd{margin:0}
    .value{font-size:30px;font-weight:700;letter-spacing:-.02em;line-height:1.15}
    .value small{font-size:17px;font-weight:400;color:var(--soft);letter-spacing:0}
    .interval{font-size:12.5px;color:var(--soft);margin:3px 0 7px}
    .wish{font-size:12.5px;font-weight:700}.wish.faint{font-weight:400}
    nav{border-bottom:1px solid var(--rule);background:var(--page);position:sticky;top:0;z-index:5}
    nav .page{display:flex;gap:22px;overflow-x:auto;white-space:nowrap;scrollbar-width:none}
    nav a{color:var(--soft);text-decoration:none;font-size:14px;padding:11px 0}nav a:hover{color:var(--ink)}
    """

  static let lanes: StaticString = """
    .channels{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 10px;padding:0;font-size:13px;\
    color:var(--soft)}
    .swipe{display:none;font-size:13px;color:var(--soft);margin:0 0 6px}
    table+table,.card+table,table+.scroll,table+.card{margin-top:1.6rem}
    .scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:12px;background:var(--card)}
    @media (min-width:1400px){.bleed{margin-left:-90px;margin-right:-90px}}
    .lanes{min-width:calc(130px + var(--columns)*170px)}
    .lane{display:grid;grid-template-columns:130px repeat(var(--columns),minmax(0,1fr));\
    border-top:1px solid var(--hair)}.lane:first-child{border-top:0}
    .lane>.label{position:sticky;left:0;z-index:2;background:var(--card);padding:12px 8px;font-size:13px;\
    border-right:1px solid var(--hair)}.label b,.label small{display:block}
    .label small{color:var(--soft);line-height:1.35;margin-top:3px;font-size:12px}
    .cell{padding:12px;border-left:1px solid var(--hair);min-width:0;font-size:13.5px}
    .label+.cell{border-left:0}
    .lane.head,.lane.head>.label{background:var(--panel)}
    .head .cell{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:2px 8px}
    .head small{color:var(--soft);white-space:nowrap}
    .step{display:flex;gap:8px;padding:1.5px 0}.step .what{flex:1;min-width:0}.step .share{color:var(--soft)}
    .glyph{display:inline-block;min-width:1em;text-align:center;font-size:.86em}
    .thought{font-style:italic}.thought+.thought{margin-top:.45em}
    .feels>.canvas{grid-column:2/-1}.feels svg{display:block}
    .note{border-left:3px solid;border-radius:3px;padding:6px 9px;line-height:1.35}.note+.note{margin-top:6px}
    .note small{display:block;color:var(--soft);margin-top:1px}
    .pain{background:var(--pain);border-color:var(--pain-edge)}
    .chance{background:var(--chance);border-color:var(--chance-edge)}
    .chance.unsure{background:var(--panel);border-color:var(--rule)}
    .lane.backstage{border-top:3px solid var(--rule)}
    .behind{line-height:1.35;font-size:12.5px}.behind+.behind{margin-top:.5em}.behind small{display:block;font-weight:600;color:var(--soft)}
    """

  static let tables: StaticString = """
    table{border-collapse:collapse;width:100%;font-size:14px}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    details caption{position:static;width:auto;height:auto;clip-path:none;text-align:left;color:var(--soft);\
    font-size:13px;padding:8px 0}
    th,td{text-align:left;vertical-align:top;padding:8px 10px;border-bottom:1px solid var(--hair)}
    thead th small{display:block;font-weight:400}thead th{color:var(--soft);font-size:13px;border-bottom:1.5px solid var(--ink);vertical-align:bottom;line-height:1.3}
    tbody th{font-weight:400}.number{text-align:right}.data tbody th{font-weight:600}
    .data small{display:block;color:var(--soft)}
    .forest .what,.scenarios .what,.observed .what{width:24%}.what b{display:block;font-size:15px}
    .what small{display:block;color:var(--soft);line-height:1.4}
    .forest td.number{vertical-align:middle}.forest .effect{width:18.5%;padding-top:4px;padding-bottom:6px}
    .number small{display:block;color:var(--soft);font-size:12px}.forest .words{font-size:13px;color:var(--soft);line-height:1.4}.forest .words b{color:var(--ink)}
    .forest .words small{display:inline-block;margin-left:8px;font-size:12px}
    .forest .none{color:var(--soft);font-size:13px;vertical-align:middle}
    .forest .total th,.forest .total td{border-top:1.5px solid var(--ink);border-bottom:0}
    .forest tfoot td{border:0;padding-top:0}.axis{position:relative;height:18px;font-size:12px;color:var(--soft)}
    .forest .axis span{position:absolute;transform:translateX(-50%)}
    .scenarios .effect{width:32%}.scenarios td,.observed td,.observed th{vertical-align:middle}
    .scenarios td .faint{font-size:13px}
    .observed .effect{width:38%}.beside{display:flex;gap:14px;align-items:center}.beside .strip{flex:1;min-width:60px}\
    .beside span{flex:0 0 9.5em;font-size:13px}
    .reasons{margin:0 0 1.2rem;font-size:14px}.reasons div{display:flex;gap:10px;padding:2px 0}\
    .reasons dt{font-weight:600;flex:0 0 auto}.reasons dd{margin:0;color:var(--soft)}
    .v0{color:var(--v0);stroke:var(--v0)}.v1{color:var(--v1);stroke:var(--v1)}.v2{color:var(--v2);stroke:var(--v2)}\
    .v3{color:var(--v3);stroke:var(--v3)}.v4{color:var(--v4);stroke:var(--v4)}
    """

  static let charts: StaticString = """
    .chart{display:block;width:100%;height:auto;overflow:visible}
    .chart text{font-size:12px}.chart .axis,.chart .name,.chart .end{fill:var(--ink)}.chart .axis{fill:var(--soft)}
    .chart .name{font-size:11.5px;font-weight:700;paint-order:stroke;stroke:var(--card);stroke-width:3px;\
    stroke-opacity:.75}
    .chart .end{font-weight:700;font-size:14px;fill:var(--blue)}
    .tick,.column{stroke:var(--hair);stroke-width:1;fill:none}
    .band80{fill:var(--band80);stroke:var(--edge)}.band50{fill:var(--band50);stroke:var(--edge)}\
    .band{fill:var(--blue-light);fill-opacity:.45;stroke:var(--blue-light)}
    .feeling .tick{stroke:var(--rule);stroke-width:.8}.mean{fill:none;stroke:var(--line);stroke-width:2.4}
    .expected{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:4 4}
    .dot{fill:var(--ch);stroke:var(--card);stroke-width:1.6}.part{fill:var(--ch)}
    .strip{height:var(--h);display:block}.strip *,.lossbar *{vector-effect:non-scaling-stroke}.zero{stroke:var(--soft);stroke-width:1.2}
    .bar{stroke-width:8;stroke:var(--blue)}.thin{stroke-width:3;stroke:var(--blue-light)}
    .point{stroke-linecap:round;stroke-width:10}.thin.point{stroke-width:6}
    .bar.bad,.thin.bad{stroke:var(--orange)}.bar.faint,.thin.faint{stroke:var(--soft);opacity:.75}
    .forest .total .bar{stroke:var(--ink)}
    .scenarios .bar{stroke-width:7;stroke:currentColor}
    .close{fill:var(--panel)}.observed .bar{stroke-width:10}\
    .observed .bar.good{stroke:var(--good)}.observed .bar.bad{stroke:var(--bad)}.observed .bar.open{stroke:var(--open)}
    .drawing{background:var(--page)}.drawing .sheet{min-width:min(1160px,var(--w));padding:6px 10px 10px}\
    .drawing svg{display:block;height:auto;margin:0 auto;max-width:calc(var(--w)*1.12)}\
    .losses+.swipe,.losses+.swipe+.drawing,table+.swipe,table+.swipe+.drawing{margin-top:18px}
    .drawing+.data{margin-top:14px}
    .losses{display:grid;gap:10px}.loss{display:grid;grid-template-columns:150px 1fr 340px;gap:16px;align-items:center;\
    font-size:14px}.lossbar{height:22px}.reach{fill:var(--reach);stroke:var(--edge)}.lost{fill:var(--lost)}.loss .words{color:var(--soft)}\
    .loss .words b{color:var(--ink)}
    .tornado{display:grid;gap:8px}.tornado .loss{grid-template-columns:minmax(0,300px) 1fr minmax(0,330px)}\
    .tornado .path{overflow-wrap:anywhere;color:var(--soft)}.tornado .path b{color:var(--ink);font-weight:600}\
    .endgood{fill:var(--blue-light)}.endbad{fill:var(--high)}.whisker{stroke:var(--ink);stroke-width:1.5}
    .curve{fill:none;stroke:var(--blue);stroke-width:2.4}.curvedot{fill:var(--blue)}
    .chart.narrow{display:none}
    .personas{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:14px}
    .persona{padding:16px}.want{font-size:13px;color:var(--soft);min-height:3em;margin:4px 0 6px}
    .panel text{font-size:11px}.all{fill:none;stroke:var(--soft);stroke-width:1.4;stroke-dasharray:4 3}
    .lowest{fill:var(--bad)}
    h3.finding{font-size:19px;margin-top:2rem;max-width:44em}h3.finding+.reading{margin:.3rem 0 .9rem}
    .small{display:grid;grid-template-columns:repeat(2,1fr);gap:6px 12px;margin:10px 0 12px}.small div{min-width:0}\
    .small dd{margin:0;font-weight:700;font-size:18px;line-height:1.2}.small dt{font-size:12.5px;color:var(--soft)}
    .channelbar{height:10px}.channelwords{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:13px;color:var(--soft);\
    margin-top:6px}
    """

  static let narrow: StaticString = """
    @media (max-width:720px){
    .page{padding-left:16px!important;padding-right:16px!important}.top{padding-top:16px}
    section.page{padding-top:2.2rem}
    .figures{grid-template-columns:1fr 1fr}.figure{padding:12px}.figure dt{min-height:2.8em}
    .chart.wide{display:none}.chart.narrow{display:block}.swipe{display:block}.lanes{--first:96px}
    .label{font-size:12.5px!important;padding:10px 4px!important}.lane{grid-template-columns:100px repeat(var(--columns),minmax(0,1fr))}
    .loss,.tornado .loss{grid-template-columns:1fr;gap:2px}
    thead,tfoot{display:none}tr,td,tbody th,table,tbody{display:block;width:auto!important}
    tbody tr{border-bottom:1px solid var(--rule);padding:10px 0}th,td{border:0!important;padding:3px 0}
    td{display:grid;grid-template-columns:minmax(0,9.5em) minmax(0,1fr);gap:10px;text-align:left}
    td::before{content:attr(data-label);color:var(--soft);font-size:13px}
    td.effect{display:grid;grid-template-columns:minmax(0,9.5em) minmax(0,1fr)}
    td.effect .words{grid-column:2}td.effect:not([data-label]){display:block}td.effect:not([data-label])::before{content:none}
    td.number{text-align:left}td.empty{display:none}
    .reasons div{display:block}.beside span{flex-basis:8em}
    }
    """
}
