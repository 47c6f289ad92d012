/// Writes drawings of a journey. They keep their size on narrow screens and scroll sideways.
enum PicturePage {
  static func node(_ drawing: InlineDrawing, name: String) -> HTMLNode {
    .group([
      .el(.p, "swipe", "Swipe sideways to see the whole map →"),
      .el(
        .div,
        [
          .classes(drawing.isDeep ? "scroll bleed drawing deep" : "scroll bleed drawing"),
          HTMLAttribute(.tabindex, "0"), HTMLAttribute(.role, "region"),
          HTMLAttribute(.label, "\(name), scrolls sideways"),
        ],
        [
          .el(
            .div,
            [.classes("sheet"), HTMLAttribute(.style, "--w:\(SVGNumber.text(drawing.width))px")],
            [.drawing(drawing)]
          )
        ]
      ),
    ])
  }
}
