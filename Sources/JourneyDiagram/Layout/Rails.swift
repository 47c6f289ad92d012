// Rails beside the columns and the bed under the lanes.
extension GridRouter {
  mutating func layRails() {
    layBed()
    let below = scene.bottom + 40
    for column in scene.columns.indices {
      var east: [(line: Int, isStart: Bool, course: Nesting.Course)] = []
      var west = east
      for (index, line) in lines.enumerated() {
        let from = middle(line.drawn.from)
        let to = middle(line.drawn.to)
        let starts = scene.columnOf[line.drawn.from] == column
        switch line.way {
        case .rail(down: true) where starts:
          east.append((index, true, Nesting.Course(from: from, to: to, width: line.width)))
        case .rail(down: false) where starts:
          west.append((index, true, Nesting.Course(from: from, to: to, width: line.width)))
        case .under:
          if starts { east.append((index, true, Nesting.Course(from: from, to: below, width: line.width))) }
          if scene.columnOf[line.drawn.to] == column {
            west.append((index, false, Nesting.Course(from: below, to: to, width: line.width)))
          }
        default: break
        }
      }
      for (side, isEast) in [(east, true), (west, false)] {
        let distances = Nesting.distances(side.map(\.course), start: 14, gap: 4.2)
        // Two thirds of the space between columns at most: the other column's rails need the rest.
        let most = distances.max() ?? 0
        let room = gap(beside: column, isEast: isEast) * 0.62
        let squeeze = most > room ? (room - 14) / max(1, most - 14) : 1
        for (item, distance) in zip(side, distances) {
          let rail = distance > 14 ? 14 + (distance - 14) * squeeze : distance
          if item.isStart { lines[item.line].startRail = rail }
          let reach = rail + lines[item.line].width / 2 + 3
          if isEast {
            reachEast[column] = max(reachEast[column], reach)
          } else {
            reachWest[column] = max(reachWest[column], reach)
          }
          if !item.isStart || lines[item.line].way != .under { lines[item.line].endRail = rail }
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

  private mutating func layBed() {
    let backward = lines.indices.filter { lines[$0].way == .under }
    let courses = backward.map { index in
      Nesting.Course(
        from: scene.columns[scene.columnOf[lines[index].drawn.from]].right + 30,
        to: scene.columns[scene.columnOf[lines[index].drawn.to]].left - 30,
        width: lines[index].width
      )
    }
    for (index, distance) in zip(backward, Nesting.distances(courses, start: 9, gap: 4.2)) {
      lines[index].bed = distance
    }
  }

  var bottom: Double {
    let deepest = lines.filter { $0.way == .under }.map { $0.bed + $0.width / 2 }.max() ?? 0
    return scene.bottom + (deepest > 0 ? deepest + 6 : 0)
  }
}
