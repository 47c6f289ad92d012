extension Stylesheet {
  /// What is chosen by buttons alone, on screens whose browser can look from the button to the drawing.
  static let choice: StaticString = """
    .choose,.who{display:none}
    @media screen{@supports selector(:has(*)){
    .choose{display:block;border:0;margin:0;padding:8px 10px 4px;font-size:13px}.choose legend{float:left;padding:0;\
    margin-right:14px;color:var(--soft)}.choose label{display:inline-block;margin-right:16px;cursor:pointer;line-height:24px}\
    .choose input{margin:0 6px 0 0;accent-color:var(--blue);vertical-align:-1px}
    .feels:has(#who-1:checked) .who1,\
    .feels:has(#who-2:checked) .who2,\
    .feels:has(#who-3:checked) .who3,\
    .feels:has(#who-4:checked) .who4,\
    .feels:has(#who-5:checked) .who5,\
    .feels:has(#who-6:checked) .who6,\
    .feels:has(#who-7:checked) .who7,\
    .feels:has(#who-8:checked) .who8{display:inline}
    .feels:has(.choose input:checked:not(#who-0)) .chart>:is(.band80,.band50,.spread){display:none}
    .feels:has(.choose input:checked:not(#who-0)) .chart>.mean{stroke:var(--soft);stroke-width:1.4;stroke-dasharray:4 3}
    .feels:has(.choose input:checked:not(#who-0)) .chart>:is(.dot,.name){opacity:.3}
    @media (max-width:720px){.feels .choose{position:sticky;left:104px;max-width:calc(100vw - 156px)}}
    #paths:has(#route-1:checked) :is(.flow,.touchpoint,.outcome):not(.path-1),\
    #paths:has(#route-2:checked) :is(.flow,.touchpoint,.outcome):not(.path-2),\
    #paths:has(#route-3:checked) :is(.flow,.touchpoint,.outcome):not(.path-3),\
    #paths:has(#route-4:checked) :is(.flow,.touchpoint,.outcome):not(.path-4),\
    #paths:has(#route-5:checked) :is(.flow,.touchpoint,.outcome):not(.path-5){opacity:var(--faint)}
    #paths{--faint:.35}#paths .flow{--faint:.12}
    #paths:has(#route-1:checked) tbody tr:nth-child(1),\
    #paths:has(#route-2:checked) tbody tr:nth-child(2),\
    #paths:has(#route-3:checked) tbody tr:nth-child(3),\
    #paths:has(#route-4:checked) tbody tr:nth-child(4),\
    #paths:has(#route-5:checked) tbody tr:nth-child(5){background:var(--panel);box-shadow:inset 3px 0 var(--blue)}
    }}
    """
}
