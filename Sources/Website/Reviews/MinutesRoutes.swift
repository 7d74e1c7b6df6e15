import Markup
import Sightline
import Storage

/// The minutes of a review, as a page and as a file, and what is added to them later.
enum MinutesRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.reviews(.minutes($0, $1)) }.get { address, visit, connection in
            .page(try MinutesPage(of: address, for: visit, on: connection))
        }
        routes.at { Address.reviews(.minutesFile($0, $1)) }.get { address, visit, connection in
            let page = try MinutesPage(of: address, for: visit, on: connection)
            let name = "\(page.reading.unit.name)-\(page.reading.review.day)-minutes.md"
            return .file(
                Answer.File(
                    Array(MinutesFile.text(of: page).utf8),
                    mediaType: "text/markdown; charset=utf-8",
                    name: name
                )
            )
        }
        routes.at { Address.reviews(.additions($0, $1)) }.post(add)
    }

    @Sendable private static func add(
        _ address: (Unit.ID, Review.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try MinutesPage(of: address, for: visit, on: connection)
        do {
            try ReviewStore.note(
                form["addition"],
                isAddition: true,
                on: page.reading.review,
                visit.context,
                on: connection
            )
        } catch let error as ReviewProblems {
            page.form = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: .reviews(.minutes(address.0, address.1)), notice: .minutesAdded)
    }
}
