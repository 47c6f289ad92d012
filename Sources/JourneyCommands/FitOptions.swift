import ArgumentParser
import Foundation
import JourneyModel

/// Reads `--outcome ACTIVITY=kind`.
enum OutcomeOption {
  static func parse(_ options: [String]) throws -> [String: OutcomeKind] {
    var kinds: [String: OutcomeKind] = [:]
    for option in options {
      // The last sign counts, since an activity's name may hold one too.
      guard let sign = option.lastIndex(of: "="), sign > option.startIndex else {
        throw ValidationError("--outcome \(option): write ACTIVITY=kind, such as purchase=goal")
      }
      let activity = String(option[..<sign])
      let word = String(option[option.index(after: sign)...])
      guard let kind = OutcomeKind(rawValue: word) else {
        throw ValidationError("--outcome \(option): “\(word)” is none of goal, loss and neutral")
      }
      if let other = kinds.updateValue(kind, forKey: activity), other != kind {
        throw ValidationError(
          "--outcome \(activity) is given twice, as \(other.rawValue) and as \(kind.rawValue)"
        )
      }
    }
    return kinds
  }
}

/// Reads `--holdout 20%` or `--holdout FILE`.
enum HoldoutOption: Sendable {
  /// Nothing is held out.
  case none
  /// The last cases of the log, as a share of all.
  case share(Double)
  /// Another log.
  case file(String)

  init(_ option: String?) throws {
    guard let option else {
      self = .none
      return
    }
    if option.hasSuffix("%"), let percent = Double(option.dropLast()) {
      guard percent > 0, percent < 100 else {
        throw ValidationError("--holdout \(option): the share is above 0% and below 100%")
      }
      self = .share(percent / 100)
    } else if Double(option) != nil, !FileManager.default.fileExists(atPath: option) {
      throw ValidationError("--holdout \(option): write a share as \(option)%, or the path of another log")
    } else {
      self = .file(option)
    }
  }
}
