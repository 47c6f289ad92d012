import JourneyModel
import JourneyStatistics

/// Sums over travellers of the income, contacts and minutes by channel of first journeys, or of their changes.
public struct LoadTally: Sendable, Equatable {
  /// Income per traveller.
  public private(set) var income = MomentSums()
  /// Contacts per traveller, by channel in the analyst's order.
  public private(set) var contacts: ContiguousArray<MomentSums>
  /// Minutes per traveller that those contacts take by themselves, by channel.
  public private(set) var minutes: ContiguousArray<MomentSums>

  /// Nothing where the journey does not count.
  init?(_ compiled: CompiledJourney) {
    guard compiled.countsLoad else { return nil }
    contacts = ContiguousArray(repeating: MomentSums(), count: compiled.channelCount)
    minutes = contacts
  }

  /// Changes against a baseline, by the variant's channels; nil where channels of the baseline are gone or renamed.
  init?(_ variant: CompiledJourney, against baseline: CompiledJourney) {
    let (before, after) = (baseline.journey.channels.map(\.name), variant.journey.channels.map(\.name))
    guard baseline.countsLoad, after.starts(with: before) else { return nil }
    self.init(variant)
  }

  /// Counts one traveller in.
  mutating func add(_ load: ChannelLoad) {
    income.add(load.income)
    for channel in contacts.indices {
      contacts[channel].add(load.contacts(channel))
      minutes[channel].add(load.minutes(channel))
    }
  }

  /// Counts in what changed for one traveller; those who are not counted changed nothing.
  mutating func add(_ load: ChannelLoad, baseline: ChannelLoad) {
    income.add(load.income - baseline.income)
    for channel in contacts.indices {
      contacts[channel].add(load.contacts(channel) - baseline.contacts(channel))
      minutes[channel].add(load.minutes(channel) - baseline.minutes(channel))
    }
  }

  /// Takes other travellers in.
  mutating func merge(_ other: LoadTally) {
    income.merge(other.income)
    for channel in contacts.indices {
      contacts[channel].merge(other.contacts[channel])
      minutes[channel].merge(other.minutes[channel])
    }
  }
}
