import JourneyProbability

extension Walker {
  /// Chooses among a row's options by inversion in canonical order.
  ///
  /// A closed option is drawn again, among what remains, with a draw of its own: nobody else's choice changes.
  @inline(__always)
  func choose(
    _ row: Int,
    _ word: UInt32,
    visit: UInt32,
    site: UInt32,
    traveller: UInt64,
    period: UInt32
  ) -> (CompiledJourney.Code, Int32) {
    let u = PhiloxBlock.uniform(word)
    let row = compiled.rows[row]
    var index = Int(row.first)
    if row.end - row.first > 16 {
      var end = Int(row.end)
      while index < end {
        let middle = (index + end) / 2
        if compiled.options[middle].cumulative <= u { index = middle + 1 } else { end = middle }
      }
    } else {
      while compiled.options[index].cumulative <= u { index += 1 }
    }
    let option = compiled.options[index]
    guard option.isClosed else { return (option.target, option.flow) }
    let address = DrawAddress(
      visit: visit,
      site: site,
      traveller: traveller,
      period: period,
      purpose: .redraw
    )
    return chooseOpen(row, random.block(at: address).route)
  }

  private func chooseOpen(_ row: CompiledJourney.Row, _ word: UInt32) -> (CompiledJourney.Code, Int32) {
    let open = (Int(row.first)..<Int(row.end)).filter { !compiled.options[$0].isClosed }
    let total = open.reduce(0) { $0 + compiled.options[$1].weight }
    var rest = PhiloxBlock.uniform(word) * total
    for index in open.dropLast() {
      rest -= compiled.options[index].weight
      if rest < 0 { return (compiled.options[index].target, compiled.options[index].flow) }
    }
    // A row always keeps an open option (or leaving); without one there is nowhere to go but out.
    guard let last = open.last else { return (compiled.leaveCode, row.leaveFlow) }
    return (compiled.options[last].target, compiled.options[last].flow)
  }
}
