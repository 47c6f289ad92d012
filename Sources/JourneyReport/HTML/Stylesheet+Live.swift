extension Stylesheet {
  /// Sliders and their answer: controls are shown where scripts run.
  static let live: StaticString = """
    .live{padding:6px 18px 18px}.tries th label,.tries th small{display:block}.tries th small,.tries caption{color:var(--soft)}\
    .tries td{vertical-align:middle}@media (min-width:1101px){.tries .number{white-space:nowrap}}
    .try{display:none}.js td.try,.js th.try{display:table-cell}.js div.try{display:block}.js .try.budget{display:flex}
    td.try{width:25%}td.try span{display:flex;gap:12px;align-items:center}td.try input{flex:1;min-width:90px;margin:0}\
    td.try output{flex:0 0 3em;text-align:right}input[type=range]{accent-color:var(--blue);height:26px}
    .budget{flex-wrap:wrap;gap:10px 14px;align-items:center;margin:16px 0}
    .budget input,.budget button{font:inherit;color:var(--ink);background:var(--page);border:1px solid var(--soft);\
    border-radius:8px;padding:6px 12px}.budget input{width:9.5em}.budget button{cursor:pointer;background:var(--panel)}
    .live .figures{background:var(--card);grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}\
    .live .figure{box-shadow:0 0 0 1px var(--rule)}.live .value{font-size:20px}\
    .live .interval.good{color:var(--good)}.live .interval.bad{color:var(--bad)}.live pre{margin:.7rem 0 0}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;\
    clip-path:inset(50%)}
    @media (max-width:720px){.js td.try{display:block}.tries td.try::before{content:none}.js th.try{display:none}}
    """
}
