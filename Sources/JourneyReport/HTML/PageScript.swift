/// The page's script: a button for light and dark, remembered. The page is complete without it.
enum PageScript {
  /// Before anything is drawn: takes the remembered choice.
  static let early: StaticString = """
    (function(){var r=document.documentElement;r.classList.add("js");\
    try{var t=localStorage.getItem("journey-theme");if(t==="light"||t==="dark")r.dataset.theme=t}catch(e){}})();
    """

  /// Once the button is there: switches and remembers.
  static let late: StaticString = """
    (function(){var r=document.documentElement,b=document.getElementById("theme");if(!b)return;\
    b.addEventListener("click",function(){var d=r.dataset.theme?r.dataset.theme==="dark"\
    :matchMedia("(prefers-color-scheme: dark)").matches;r.dataset.theme=d?"light":"dark";\
    try{localStorage.setItem("journey-theme",r.dataset.theme)}catch(e){}})})();
    """
}
