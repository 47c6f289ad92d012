import JourneyCommands

await JourneyCommand.launch()
