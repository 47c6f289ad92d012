/// The script by which a page answers for any set of fixes. The arithmetic knows nothing of the page, so that it can be
/// tried by itself; the section is complete without any of it.
enum LiveScript {
  /// `journeyLive`: sums of single fixes and pairs (`PairwiseModel`), their conservative intervals, figures in words
  /// as `Figure` writes them, the best set for a budget, and the command of a real run.
  ///
  /// A part x of an effect has an interval of the square root of x: a part of the hits is prevented, as many travellers
  /// fewer tell it, and what hits twice bends it by less than that.
  ///
  /// Data: `n` names, `w` share prevented, `c` costs, `l` lead years, `m` measures: `a` alone, `h` half-widths,
  /// `r` real (1 or 0 each), `e` pairs' extra, `g` its half-widths, `s` level today, `d` decimals, `p` and `q` what
  /// stands around it, `b` whether more is better (1, -1, 0), `u` unit of a difference.
  static let model: StaticString = #"""
    var journeyLive=(function(){"use strict";
    function sum(m,x){var v=0,h=0,k=0,i,j,w;
    for(i=0;i<x.length;i++){v+=m.a[i]*x[i];h+=m.h[i]*Math.sqrt(x[i]);
    for(j=0;j<i;j++,k++){w=x[i]*x[j];v+=m.e[k]*w;h+=m.g[k]*Math.sqrt(w)}}
    return{v:v,h:h}}
    function chosen(x){var s=[];x.forEach(function(y,i){if(y>0)s.push(i)});return s}
    function real(m,x){var t=sum(m,x),s=chosen(x);
    return(t.v-t.h>0||t.v+t.h<0)&&(s.length!==1||m.r[s[0]]==="1")}
    function fixed(v,p,plus){var s=Math.abs(v),w=1,i,n,t,f="";
    for(i=Math.abs(p);i>0;i--)w*=10;
    n=Math.round(p>=0?s*w:s/w);if(n===0)return p>0?"0."+"0".repeat(p):"0";
    t=String(n)+(p<0?"0".repeat(-p):"");
    if(p>0){t=t.padStart(p+1,"0");f="."+t.slice(-p);t=t.slice(0,-p)}
    return(v<0?"\u2212":plus&&v>0?"+":"")+t.replace(/\B(?=(\d{3})+$)/g,",")+f}
    function nothing(v,p){return v!==0&&!/[1-9]/.test(fixed(v,p))}
    function text(v,h){var l=v-h,u=v+h,p=0,y=h,t;
    if(!(h>0))return{v:(v<0?"\u2212":v>0?"+":"")+Number(Math.abs(v).toPrecision(6)),i:""};
    while(y>=10){y/=10;p--}while(y<1){y*=10;p++}
    t=function(z){return fixed(z,p,l<0)};
    while(p<6&&(t(l)===t(u)||(l>0||u<0)&&(nothing(l,p)||nothing(u,p))))p++;
    return{v:fixed(v,p,true),i:t(l)+" to "+t(u)}}
    function dress(t,p,q){return/^[+\u2212]/.test(t)?t[0]+p+t.slice(1)+q:p+t+q}
    function money(v,d){return dress(fixed(v,v===Math.round(v)||Math.abs(v)>=1000?0:2),d.p,d.q)}
    function best(d,budget){var n=d.c.length,m=d.m[0],b={v:0,c:0,s:[]};
    (function go(i,s,c,v){if(v>b.v||v===b.v&&c<b.c)b={v:v,c:c,s:s};
    for(;i<n;i++){if(c+d.c[i]>budget)continue;
    go(i+1,s.concat(i),c+d.c[i],s.reduce(function(g,j){return g+m.e[i*(i-1)/2+j]},v+m.a[i]))}})(0,[],0,0);
    return b}
    function quote(w){return/^[A-Za-z0-9._\-\/+=%]+$/.test(w)?w:"'"+w.replace(/'/g,"'\\''")+"'"}
    function key(n){return/[."]/.test(n)?'"'+n.replace(/"/g,'\\"')+'"':n}
    function command(d,x){var s=chosen(x);return"journey what-if "+d.run
    +s.map(function(i){return x[i]===1?"":" --set "+quote("pain points."+key(d.n[i])+".fix.works="
    +Number((100*d.w[i]*x[i]).toPrecision(6))+"%")}).join("")
    +s.map(function(i){return" "+quote(d.n[i])}).join("")}
    function cost(d,x){return chosen(x).reduce(function(t,i){return t+d.c[i]},0)}
    function payback(d,x){var m=d.m[d.m.length-1],g=sum(m,x).v,y;
    if(!real(m,x))return"\u2013";if(!(g>0))return"never";
    y=Math.max.apply(null,chosen(x).map(function(i){return d.l[i]}))+cost(d,x)/g;
    var n=fixed(y*12,0);return y<1.5?n+" month"+(n==="1"?"":"s"):fixed(y,1)+" years"}
    return{sum:sum,real:real,chosen:chosen,fixed:fixed,text:text,dress:dress,money:money,best:best,
    command:command,cost:cost,payback:payback}})();
    """#

  /// Ties the controls to the arithmetic.
  static let page: StaticString = #"""
    (function(){"use strict";var L=journeyLive,at=function(i){return document.getElementById("live-"+i)},
    d=JSON.parse(at("data").textContent),n=d.n.length,i;
    function all(i){var s=[];for(var k=0;k<n;k++)s.push(i(k));return s}
    var sliders=all(function(k){return at("f"+k)});
    function show(e,t){if(e&&e.textContent!==t)e.textContent=t}
    function answer(){var x=sliders.map(function(s){return s.value/100}),s=L.chosen(x),lead="";
    sliders.forEach(function(e,k){var t=e.value+"%";show(at("o"+k),t);e.setAttribute("aria-valuetext",t)});
    d.m.forEach(function(m,k){var t=L.sum(m,x),w=L.text(t.v,t.h),box=at("m"+k),good=0,line,big;
    if(!s.length){big=m.t;line=m.t?"as today":"nothing chosen"}
    else if(!L.real(m,x)){big=m.t||"no real change";line="no real change"}
    else{good=t.v>0===m.b>0?1:-1;line=w.v+m.u+(w.i?" ("+w.i+")":"");
    if(m.t){big=L.dress(L.fixed(m.s+t.v,m.d),m.p,m.q)}
    else{big=L.dress(w.v,m.p,m.q);line=w.i}}
    show(box.children[0],big);show(box.children[1],(good<0&&m.b?"\u2717 ":"")+line);
    box.children[1].className="interval "+(good>0?"good":good<0&&m.b?"bad":"");
    if(k===0)lead=s.length?d.lead+": "+line:""});
    if(at("cost")){show(at("cost").children[0],L.money(L.cost(d,x),d));
    show(at("cost").children[1],s.length?s.length+" of "+n+" fixes":"nothing chosen")}
    if(at("pay"))show(at("pay").children[0],s.length?L.payback(d,x):"\u2013");
    var part=x.some(function(y){return y>0&&y<1}),why=[];
    if(part)why.push(d.why[3]);
    if(s.length===1&&!part)why.push(d.why[0]);
    if(s.length===2&&!part)why.push(d.why[1]);
    if(s.length&&!L.real(d.m[0],x))why.push(d.why[4]);
    if(s.length>2)why.push(d.why[2]);
    show(at("why"),why.join(" "));show(at("run"),s.length?L.command(d,x):"");
    at("run").parentNode.hidden=!s.length;return lead}
    function say(){show(at("say"),answer())}
    function set(s){sliders.forEach(function(e,k){e.value=s.indexOf(k)<0?0:100});say()}
    sliders.forEach(function(e){e.addEventListener("input",answer);e.addEventListener("change",say)});
    at("none").addEventListener("click",function(){set([])});
    at("all").addEventListener("click",function(){set(all(Number))});
    if(at("best"))at("best").addEventListener("click",function(){var b=Math.max(0,Number(at("budget").value)||0);
    set(L.best(d,b).s);show(at("run"),at("run").textContent+"\njourney optimise "+d.run+" --budget "+b);
    at("run").parentNode.hidden=false});
    answer()})();
    """#
}
