extension Stylesheet {
  /// How single parts use a printed page.
  static let printedParts: StaticString = """
    @media print{
    .channels{font-size:11px;margin:0 0 4px}
    .lanes{display:table;table-layout:fixed;width:100%;min-width:0}.lane{display:table-row}.lane.head{display:table-header-group}
    .lane>*,.head .cell{display:table-cell;vertical-align:top;border-top:1px solid var(--hair)}\
    .lane>.label{position:static;width:84px}.backstage>*{border-top:2px solid var(--rule)}
    .lane :is(.cell,.label,small,p){font-size:8.7px;line-height:1.17}.lane :is(.cell,.label){padding:3px 5px}\
    .head h3{font-size:11px;display:inline}.head .cell small{float:right}
    .feels .chart{width:calc(272.8mm - 84px)}.lane .step{padding:0;gap:4px}
    .lane .note{padding:1px 5px}.lane :is(.note+.note,.thought+.thought){margin-top:2px}
    #map .behind,.behind :is(span,small){display:inline}.behind small::before{content:" "}.behind:not(:last-child)::after{content:"; "}
    .story ol{grid-template-columns:repeat(auto-fill,minmax(112px,1fr));gap:8px;margin:.3rem 0 .8rem}
    .story li{padding:7px 8px;font-size:11.5px;line-height:1.35}.story .place{font-size:12px}\
    .story small,.story .remark{font-size:10.5px}.felt b{font-size:13px}.gauge{width:40px}
    .story:has(li:nth-child(9)) ol{grid-template-columns:repeat(auto-fill,minmax(84px,1fr))}\
    .story:has(li:nth-child(9)) li{padding:5px 6px;font-size:9.5px;line-height:1.25}\
    .story:has(li:nth-child(9)) :is(.place,.felt b){font-size:10px}.story:has(li:nth-child(9)) :is(small,.remark){font-size:9px}
    #hotspots{display:flex;flex-direction:column;height:187mm}#hotspots .drawing{flex:1;min-height:0}#hotspots .sheet{height:100%}
    #hotspots .drawing svg{width:100%;max-height:100%}#paths .drawing svg{max-height:108mm}#paths .deep svg{max-height:160mm}
    #paths:has(.deep){display:grid;grid-template-columns:188mm 1fr;gap:0 6mm}\
    #paths:has(.deep)>:is(h2,.reading){grid-column:1/-1}
    .routes:has(.deep)+.data thead{display:none}.routes:has(.deep)+.data,.routes:has(.deep)+.data :is(tbody,tr,th){display:block}\
    .routes:has(.deep)+.data :is(th,td){border:0;padding:1px 0}\
    .routes:has(.deep)+.data tr{padding:5px 0;font-size:10px;border-top:1px solid var(--rule)}
    .routes:has(.deep)+.data td{display:flex;justify-content:space-between;gap:12px}\
    .routes:has(.deep)+.data td::before{content:attr(data-label);color:var(--soft);text-align:left}
    .forest,.tries{font-size:10px}.forest th,.forest td{padding:2px 4px}.forest .what{width:23%}.forest .what b{font-size:11.5px}\
    .forest .effect{width:20.4%;padding:2px 0 2px 8px}.forest .words small{display:block;margin:0}
    .forest :is(.words,.none,.axis){font-size:9.5px;line-height:1.2}.forest .strip{height:12px}.forest .bar{stroke-width:5}\
    .forest .thin{stroke-width:2}.forest .point{stroke-width:7}.forest .thin.point{stroke-width:5}
    #live,#sure{columns:2;column-gap:8mm}:is(#live,#sure)>:is(h2,h2+.reading,.notes){column-span:all}
    .live{border:0;padding:0}.live~.finding:not(.data~.finding){break-before:column}\
    .live th,.live td,#live .data :is(th,td){padding:3px 5px;font-size:9.5px}
    #flows{display:grid;grid-template-columns:40% 1fr;gap:0 14px}#flows>*{grid-column:1/-1}
    #flows .losses,#flows .losses+.data+.data{grid-column:1}#flows .losses+.data{grid-column:2;grid-row:span 2}
    #flows .losses,#flows .data{align-self:start}#flows .losses{gap:5px}\
    #flows .loss{grid-template-columns:76px 1fr 150px;gap:8px;font-size:9.5px}
    #flows .data{margin:0;font-size:9.5px}#flows .data :is(th,td){padding:3px 4px}#flows .data+.data{margin-top:8px}
    #flows:has(>.data th:nth-child(8))>*{grid-column:1/-1!important}
    .stageflow{max-height:285px}#flows:not(:has(>.data tr:nth-child(4))) .stageflow{max-height:400px}\
    .chart.stageflow text{font-size:13.5px}#flows:has(.card) .drawing,#scenarios .finding{break-before:page}
    .steps{min-width:0;font-size:9px;border-spacing:1px}.steps thead th{font-size:9px}.steps th,.steps td{padding:1.5px 6px;line-height:1.2}\
    .steps .group th{padding-top:4px}
    .personas{grid-template-columns:1fr 1fr}.personas:has(>:nth-child(5)){grid-template-columns:repeat(3,1fr)}
    .persona{display:grid;grid-template:auto auto 1fr auto auto/62% 1fr;gap:0 14px;padding:12px}\
    .persona>:is(h3,.want){grid-column:1/-1}.persona .panel{grid-row:3/6}.want{min-height:0}\
    .personas:has(>:nth-child(5)) .panel text{font-size:12px}\
    .small{grid-template-columns:repeat(auto-fit,minmax(72px,1fr));margin-top:0}.small dd{font-size:15px}.small dt{font-size:11px}
    :is(#observed,#value,#year,#typed) table,#method .facts{font-size:12.5px}
    .scenarios :is(th,td){padding:2px 8px}.scenarios .what b{font-size:12px}.scenarios .strip{height:calc(var(--h)*.65)}\
    .scenarios .bar{stroke-width:5}.scenarios .point{stroke-width:7}#scenarios .drawing svg{max-height:150mm}
    .tornado{gap:2px;line-height:1.15}.tornado .lossbar{height:18px}\
    .tornado .loss{grid-template-columns:37% 1fr 34%;gap:8px;font-size:9.5px}
    #sure .data+h3{break-before:column;margin-top:0}#sure .data{margin:8px 0}#sure .data :is(th,td){padding:1.5px 3px;font-size:9px;line-height:1.25}\
    #sure .facts{font-size:9.3px;line-height:1.28}
    }
    """
}
