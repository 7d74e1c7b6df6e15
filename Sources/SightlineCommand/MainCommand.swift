import ArgumentParser

@main
struct MainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sightline",
        abstract: "Sees what is and isn't working, while the work goes on.",
        version: "0.1.0",
        subcommands: [
            Analyse.self, Serve.self, Demo.self, Import.self, Export.self, PackCommand.self, Rebuild.self,
            Backup.self, Restore.self, Doctor.self, UpkeepCommand.self, AuditCommand.self, Remind.self,
            ChanceTableCommand.self,
        ]
    )
}
