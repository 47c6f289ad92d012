/// Names with a meaning of their own; nothing else can be called so.
package enum ReservedNames {
  /// All of them; `done` may be defined by `outcomes`.
  package static let all: Set<String> = ["START", "RETURN", "leave", "done", "timed out", "rest"]
}
