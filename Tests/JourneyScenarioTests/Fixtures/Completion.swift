/// Makes a scenario of a part: what is required and not written is appended below, so that places stay.
enum Completion {
  static func scenario(_ part: String) -> String {
    var text = part.hasSuffix("\n") ? part : part + "\n"
    func add(_ key: String, _ line: String) {
      if !text.split(separator: "\n").contains(where: { $0.hasPrefix("\(key):") }) { text += line + "\n" }
    }
    add("journey", "journey: Example")
    add("touchpoints", "touchpoints: {basket: {}, checkout: {}}")
    add(
      "paths",
      "paths: {START: {basket: 1}, basket: {checkout: 3, leave: 1}, checkout: {done: 9, leave: 1}}"
    )
    return text
  }
}
