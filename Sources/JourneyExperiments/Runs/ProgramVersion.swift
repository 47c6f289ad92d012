/// The version of the program, printed beside every figure. A change of any draw or rule raises it.
public enum ProgramVersion {
  /// Major, minor, patch.
  public static let current = "0.1.0"
}
