import Foundation
import JourneyDiagnostics

/// Standard output is the answer, standard error everything else.
enum Terminal {
  static func answer(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func note(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// A finding without the text that it is about.
  static func report(_ finding: Diagnostic) { note(FindingText(sources: []).text(of: finding)) }
}
