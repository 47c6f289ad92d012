/// The elements that a page may hold; a name that is not here cannot be written.
public enum HTMLTag: String, Sendable {
  case html, head, body, meta, title, style, script
  case main, header, footer, nav, section, article, div, span, p, h1, h2, h3, a, b, i, small, button, code,
    pre
  case fieldset, legend, label, input, output
  case ul, ol, li, dl, dt, dd, details, summary, figure, figcaption, br
  case table, caption, thead, tbody, tfoot, tr, th, td, colgroup, col
  case svg, g, path, line, rect, circle, ellipse, polygon, polyline, text, tspan, defs, desc

  /// Elements without content, which have no end tag in HTML.
  var isVoid: Bool {
    switch self {
    case .meta, .br, .col, .input: true
    default: false
    }
  }

  /// Shapes of drawings, which close themselves where they hold nothing.
  var isShape: Bool {
    switch self {
    case .path, .line, .rect, .circle, .ellipse, .polygon, .polyline: true
    default: false
    }
  }
}

/// The attributes that a page may hold. Event handlers and addresses outside the page are not among them.
public enum HTMLAttributeName: String, Sendable {
  case id, `class`, lang, charset, name, content, type, role, title, tabindex, scope, open, href, style,
    colspan
  case min, max, step, value, checked
  case labelFor = "for"
  case live = "aria-live"
  case httpEquiv = "http-equiv"
  case label = "aria-label"
  case labelledBy = "aria-labelledby"
  case hidden = "aria-hidden"
  case dataLabel = "data-label"
  case viewBox, width, height, x, y, x1, x2, y1, y2, dx, dy, cx, cy, r, rx, ry, d, points, transform
  case fill, stroke, opacity
  case fillOpacity = "fill-opacity"
  case strokeOpacity = "stroke-opacity"
  case strokeWidth = "stroke-width"
  case strokeDash = "stroke-dasharray"
  case strokeJoin = "stroke-linejoin"
  case strokeCap = "stroke-linecap"
  case textAnchor = "text-anchor"
  case fontFamily = "font-family"
  case fontSize = "font-size"
  case fontWeight = "font-weight"
  case fontStyle = "font-style"
  case textLength
  case preserveAspectRatio
}

/// One attribute of an element.
public struct HTMLAttribute: Sendable, Hashable {
  /// Its name.
  public var name: HTMLAttributeName
  /// Its value, not yet escaped.
  public var value: String

  /// Creates an attribute.
  public init(_ name: HTMLAttributeName, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Creates an attribute from a number, shortened to two decimals.
  public init(_ name: HTMLAttributeName, _ value: Double) { self.init(name, SVGNumber.text(value)) }

  /// Classes of the style sheet.
  public static func classes(_ names: String) -> HTMLAttribute { HTMLAttribute(.class, names) }

  /// A place in the same page; there are no links out of it.
  public static func link(toPlace id: String) -> HTMLAttribute { HTMLAttribute(.href, "#" + id) }
}
