// Rails beside the columns.
extension GridRouter {
  mutating func layRails() {
    for column in scene.columns.indices {
      for isEast in [true, false] {
        let indices = lines.indices.filter {
          lines[$0].way == .rail(down: isEast) && scene.columnOf[lines[$0].drawn.from] == column
        }
        let courses = indices.map { index in
          Nesting.Course(
            from: middle(lines[index].drawn.from),
            to: middle(lines[index].drawn.to),
            width: lines[index].width
          )
        }
        let distances = Nesting.distances(courses, start: 14, gap: 4.2)
        // Two thirds of the space between columns at most: the other column's rails need the rest.
        let most = distances.max() ?? 0
        let room = gap(beside: column, isEast: isEast) * 0.62
        let squeeze = most > room ? (room - 14) / max(1, most - 14) : 1
        for (index, distance) in zip(indices, distances) {
          let rail = distance > 14 ? 14 + (distance - 14) * squeeze : distance
          lines[index].rail = rail
          let reach = rail + lines[index].width / 2 + 3
          if isEast {
            reachEast[column] = max(reachEast[column], reach)
          } else {
            reachWest[column] = max(reachWest[column], reach)
          }
        }
      }
    }
  }

  private func gap(beside column: Int, isEast: Bool) -> Double {
    let left = isEast ? column : column - 1
    // West of the first column lie the names of the lanes.
    guard left >= 0 else { return 60 }
    guard left + 1 < scene.columns.count else { return 60 }
    return scene.columns[left + 1].left - scene.columns[left].right
  }
}
