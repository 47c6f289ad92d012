import Foundation
import JourneyDiagnostics

/// Where the files of a report go.
struct ReportPlace {
  /// How the report is written.
  let format: ReportCommand.Format
  /// The report's own file; empty for standard output.
  let report: String
  /// What the names of pictures begin with, folder included.
  let stem: String

  init(file: String, output: String, format: ReportCommand.Format?) {
    let named = Self.format(of: output)
    self.format = format ?? named ?? .html
    let name = file == "-" ? "journey" : URL(filePath: file).deletingPathExtension().lastPathComponent
    let folder: String
    if named != nil {
      folder = URL(filePath: output).deletingLastPathComponent().relativePath
    } else {
      folder = output.hasSuffix("/") ? String(output.dropLast()) : output
    }
    let prefix = folder == "." || folder.isEmpty ? "" : folder + "/"
    stem = prefix + name
    report = output == "-" ? "" : named == nil ? "\(stem).\(self.format.rawValue)" : output
  }

  /// The PDF beside the report.
  var pdf: String { beside(.pdf) }

  /// The figures beside the report.
  var figures: String { beside(.json) }

  private func beside(_ other: ReportCommand.Format) -> String {
    format == other ? report : (report as NSString).deletingPathExtension + ".\(other.rawValue)"
  }

  /// The format that a file's name stands for, or nil where it names a folder.
  static func format(of path: String) -> ReportCommand.Format? {
    switch URL(filePath: path).pathExtension.lowercased() {
    case "html", "htm": .html
    case "md", "markdown": .md
    case "pdf": .pdf
    case "json": .json
    default: nil
    }
  }

  /// Whether a path looks like a file of a format that no report has: a folder's name has no ending, or a slash after
  /// it, or is there already.
  static func isUnknown(_ path: String) -> Bool {
    guard format(of: path) == nil, !path.hasSuffix("/"), !URL(filePath: path).pathExtension.isEmpty else {
      return false
    }
    var isFolder: ObjCBool = false
    return !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue
  }

  /// What people do with the file.
  static func next(_ path: String) -> String {
    let name = DisplayText.safe(path)
    return switch format(of: path) {
    case .md: "Next: paste \(name) into a pull request or a wiki; the page is: journey report FILE"
    case .json: "Next: the page with these figures is: journey report FILE"
    default: "Next: open \(name) in a browser, or add --open"
    }
  }
}
