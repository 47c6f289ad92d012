/// Distances of parallel lines from a wall: where their courses overlap, the shorter one runs inside.
enum Nesting {
  /// A line's course along the wall.
  struct Course {
    let from: Double
    let to: Double
    let width: Double

    func overlaps(_ other: Course) -> Bool {
      min(from, to) < max(other.from, other.to) + 4 && min(other.from, other.to) < max(from, to) + 4
    }
  }

  /// Distance of each course: at least `start` plus half its width, `gap` apart where courses overlap. O(n²).
  static func distances(_ courses: [Course], start: Double, gap: Double) -> [Double] {
    let order = courses.indices.sorted {
      (abs(courses[$0].to - courses[$0].from), $0) < (abs(courses[$1].to - courses[$1].from), $1)
    }
    var result = [Double](repeating: 0, count: courses.count)
    var placed: [Int] = []
    for index in order {
      var distance = start + courses[index].width / 2
      for other in placed where courses[index].overlaps(courses[other]) {
        distance = max(distance, result[other] + (courses[index].width + courses[other].width) / 2 + gap)
      }
      result[index] = distance
      placed.append(index)
    }
    return result
  }
}
