import ArgumentParser

/// Packs of measures as files.
struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Check, list, write out and keep packs: sets of measures as reviewed text files.",
        subcommands: [PackCheck.self, PackList.self, PackExport.self, PackImport.self]
    )
}
