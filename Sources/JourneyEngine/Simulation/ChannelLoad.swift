/// What one traveller's first journey asks of the channels and brings in.
struct ChannelLoad: Sendable {
  /// Contacts by channel, then minutes by channel; empty where nobody counts.
  private var values: ContiguousArray<Double> = []
  /// Income of the journey, in the run's currency.
  var income = 0.0
  private var channels: Int32 = 0

  /// Counts nothing.
  init() {}

  /// Counts where the journey wants it.
  init(_ compiled: CompiledJourney) {
    guard compiled.countsLoad else { return }
    channels = Int32(compiled.channelCount)
    values = ContiguousArray(repeating: 0, count: 2 * compiled.channelCount)
  }

  /// Contacts in a channel, 0 in one that the journey does not have.
  func contacts(_ channel: Int) -> Double { channel < Int(channels) ? values[channel] : 0 }

  /// Minutes of the contacts in a channel, 0 in one that the journey does not have.
  func minutes(_ channel: Int) -> Double { channel < Int(channels) ? values[Int(channels) + channel] : 0 }

  /// A traveller sets out.
  @inline(__always)
  mutating func clear() {
    for index in values.indices { values[index] = 0 }
  }

  /// Counts a visit in a channel (-1 for none) that takes so long by itself, without what pain points add to it.
  @inline(__always)
  mutating func count(_ channel: Int32, seconds: Double) {
    guard channel >= 0, channel < channels else { return }
    values[Int(channel)] += 1
    values[Int(channels + channel)] += seconds / 60
  }
}
