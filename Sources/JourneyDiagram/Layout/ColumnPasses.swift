// Past the columns in between: strips and heights.
extension GridRouter {
  /// Walks the columns from left to right and gives every passing line a strip and a height in it.
  mutating func passColumns() {
    for column in scene.columns.indices {
      let passing = lines.indices.filter { index in
        lines[index].isAcross && scene.columnOf[lines[index].left] < column
          && column < scene.columnOf[lines[index].right]
      }
      guard !passing.isEmpty else { continue }
      let top = Scene.Size.header + 16
      let strips = Corridors.strips(of: obstacles[column], top: top, bottom: scene.bottom - 2)
      guard !strips.isEmpty else {
        for index in passing { lines[index].passes.append(scene.bottom) }
        continue
      }
      var members = [[Int]](repeating: [], count: strips.count)
      var used = [Double](repeating: 0, count: strips.count)
      // The widest choose first.
      for index in passing.sorted(by: { (-lines[$0].width, $0) < (-lines[$1].width, $1) }) {
        let wish = wish(of: index, at: column)
        let choice = Corridors.choose(strips, used: used, y: wish, width: lines[index].width) ?? 0
        members[choice].append(index)
        used[choice] += lines[index].width + Corridors.spacing
      }
      for (strip, group) in zip(strips, members) where !group.isEmpty {
        let order = group.sorted {
          let a = (previous(of: $0), middle(lines[$0].right), $0)
          let b = (previous(of: $1), middle(lines[$1].right), $1)
          return a < b
        }
        let heights = Corridors.spread(
          order.map { wish(of: $0, at: column) },
          widths: order.map { lines[$0].width },
          within: strip
        )
        for (index, height) in zip(order, heights) { lines[index].passes.append(height) }
      }
    }
  }

  private func previous(of index: Int) -> Double {
    lines[index].passes.last ?? middle(lines[index].left)
  }

  /// Where the straight way to the end would cross a column.
  private func wish(of index: Int, at column: Int) -> Double {
    let from = previous(of: index)
    let left = scene.columnOf[lines[index].right] - column + 1
    return from + (middle(lines[index].right) - from) / Double(max(1, left))
  }
}
