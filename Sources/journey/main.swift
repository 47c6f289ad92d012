import JourneyCommands

await JourneyCommand.main()
