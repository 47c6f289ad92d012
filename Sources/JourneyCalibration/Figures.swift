/// A whole number with commas between groups of three digits.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var text = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}

/// A share in percent with one digit after the point.
func percent(_ part: Int, of whole: Int) -> String {
  guard part > 0, whole > 0 else { return "0%" }
  return 2000 * part < whole ? "under 0.1%" : tenths(Double(part) / Double(whole))
}

/// A small share in words that do not round it to nothing.
func share(_ value: Double) -> String {
  if value == 0 { return "none" }
  if value < 1e-6 { return "under 1 in 1,000,000" }
  return value < 0.01 ? "1 in \(grouped(Int((1 / value).rounded())))" : tenths(value)
}

private func tenths(_ share: Double) -> String {
  let count = Int((share * 1000).rounded())
  return count % 10 == 0 ? "\(count / 10)%" : "\(count / 10).\(count % 10)%"
}

/// A count with the name of what is counted.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(grouped(count)) \(count == 1 ? one : many)"
}
