import ArgumentParser

/// Serves the website.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the website.",
        discussion: """
            Prints the address, and a link with which the administrator signs in once. Stop it with \
            Ctrl-C or SIGTERM: it finishes the requests that it has begun.
            """
    )

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var site: SiteOptions

    func run() async throws {
        try await reporting { try await site.serve(try await database.open(), of: database) }
    }
}
