import Foundation

/// Places of files that tests read.
public enum ProjectFiles {
  /// The package's root folder.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The scenarios that the package ships.
  public static let scenarios = root.appending(path: "Scenarios")

  /// A folder of outside reference data, or nil where it is absent (tests that need it are skipped then).
  public static func outsideData(_ folder: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared/data").appending(path: folder)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
