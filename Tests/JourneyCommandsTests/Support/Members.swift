import Foundation
import JourneyTestSupport
import Testing

/// An object of a JSON answer, read by the keys of the contract; a missing key or another type is a failed test.
struct Members {
  private let values: [String: Any]

  /// What a command printed.
  init(_ run: CommandRun) throws {
    try self.init(text: run.output)
  }

  init(text: String) throws {
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8))
    values = try #require(root as? [String: Any])
  }

  private init(_ values: [String: Any]) { self.values = values }

  var keys: Set<String> { Set(values.keys) }

  func text(_ key: String) throws -> String { try #require(values[key] as? String, "\(key)") }

  func number(_ key: String) throws -> Double { try #require(values[key] as? Double, "\(key)") }

  func flag(_ key: String) throws -> Bool { try #require(values[key] as? Bool, "\(key)") }

  func numbers(_ key: String) throws -> [Double] { try #require(values[key] as? [Double], "\(key)") }

  func texts(_ key: String) throws -> [String] { try #require(values[key] as? [String], "\(key)") }

  func object(_ key: String) throws -> Members {
    Members(try #require(values[key] as? [String: Any], "\(key)"))
  }

  func list(_ key: String) throws -> [Members] {
    try #require(values[key] as? [[String: Any]], "\(key)").map { Members($0) }
  }

  /// The objects of a list by their `id`.
  func byID(_ key: String) throws -> [String: Members] {
    Dictionary(try list(key).map { (try $0.text("id"), $0) }) { first, _ in first }
  }

  /// Canonical text of one member, for comparing figures exactly.
  func canonical(_ key: String) throws -> String {
    let value = try #require(values[key], "\(key)")
    let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
  }

  /// Canonical text of each object of a list, by `id`.
  func figures(_ key: String) throws -> [String: String] {
    try byID(key).mapValues { member in
      let data = try JSONSerialization.data(withJSONObject: member.values, options: [.sortedKeys])
      return String(decoding: data, as: UTF8.self)
    }
  }
}

/// Expects an interval of two numbers around a value.
func expectInterval(_ members: Members, around key: String, _ label: String) throws {
  let interval = try members.numbers("interval")
  try #require(interval.count == 2, "\(label)")
  let value = try members.number(key)
  #expect(interval[0] <= value && value <= interval[1], "\(label): \(value) in \(interval)")
}
