// Places of lines on the sides of cards.
extension GridRouter {
  /// Stacks the lines on every card side; returns the heights of the entries.
  mutating func assignPorts() -> [Double] {
    struct Owner {
      let claim: Ports.Claim
      /// A line's start or end, or an entry.
      let line: Int?
      let isStart: Bool
    }
    var east = [[Owner]](repeating: [], count: scene.cards.count + scene.outcomes.count)
    var west = east
    func add(_ owner: Owner, to side: Ports.Side, of box: Int) {
      if side == .east { east[box].append(owner) } else { west[box].append(owner) }
    }
    for (index, line) in lines.enumerated() {
      if let side = Self.startSide(line.way) {
        add(Owner(claim: startClaim(index), line: index, isStart: true), to: side, of: line.drawn.from)
      }
      if let side = Self.endSide(line.way) {
        add(Owner(claim: endClaim(index), line: index, isStart: false), to: side, of: line.drawn.to)
      }
    }
    var heights = entries.map { middle($0.card) }
    for (index, entry) in entries.enumerated() {
      let claim = Ports.Claim(
        line: lines.count + index,
        width: entryWidth(entry.share),
        group: .across,
        key: middle(entry.card),
        tie: 0
      )
      add(Owner(claim: claim, line: nil, isStart: false), to: .west, of: entry.card)
    }
    for box in east.indices {
      for owners in [east[box], west[box]] where !owners.isEmpty {
        let places = Ports.stack(owners.map(\.claim), on: scene.box(box))
        for (owner, y) in zip(owners, places) {
          if let line = owner.line {
            if owner.isStart { lines[line].start = y } else { lines[line].end = y }
          } else {
            heights[owner.claim.line - lines.count] = y
          }
        }
      }
    }
    return heights
  }

  private func startClaim(_ index: Int) -> Ports.Claim {
    let line = lines[index]
    let to = middle(line.drawn.to)
    let distance = abs(to - middle(line.drawn.from))
    switch line.way {
    // The line that goes furthest leaves nearest to the middle, so that it runs outside the others.
    case .rail(let down):
      return claim(index, down ? .below : .above, key: down ? -distance : distance)
    case .backward: return claim(index, .across, key: line.passes.last ?? to, tie: to)
    default: return claim(index, .across, key: line.passes.first ?? to, tie: to)
    }
  }

  private func endClaim(_ index: Int) -> Ports.Claim {
    let line = lines[index]
    let from = middle(line.drawn.from)
    let distance = abs(from - middle(line.drawn.to))
    switch line.way {
    case .loop: return claim(index, .above, key: -1)
    case .rail(let down):
      return claim(index, down ? .above : .below, key: down ? distance : -distance)
    case .backward: return claim(index, .across, key: line.passes.first ?? from, tie: from)
    default: return claim(index, .across, key: line.passes.last ?? from, tie: from)
    }
  }

  private func claim(_ index: Int, _ group: Ports.Group, key: Double, tie: Double = 0) -> Ports.Claim {
    Ports.Claim(line: index, width: lines[index].width, group: group, key: key, tie: tie)
  }
}
