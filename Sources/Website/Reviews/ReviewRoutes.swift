import Sightline
import Statistics
import Storage

/// Reviews: all of a unit, one of them while it goes on, and closing it.
enum ReviewRoutes {
    typealias ReviewPath = (Unit.ID, Review.ID)

    static func register(on routes: Routes) {
        routes.at { Address.reviews(.list($0)) }
            .get { unit, visit, connection in .page(try ReviewsPage(of: unit, for: visit, on: connection)) }
            .post(open)
        routes.at { Address.reviews(.review($0, $1)) }
            .get { address, visit, connection in
                .page(try ReviewPage(of: address, for: visit, on: connection))
            }
            .post(change)
        routes.at { Address.reviews(.screen($0, $1)) }.get { address, visit, connection in
            .page(ScreenPage(reading: try ReviewReading(address, for: visit, on: connection)))
        }
        routes.at { Address.reviews(.notes($0, $1)) }.post(note)
        routes.at { Address.reviews(.signal($0, $1, $2)) }
            .get { address, visit, connection in
                .page(try ReviewSignalPage(of: address, for: visit, on: connection))
            }
            .post(agree)
        routes.at { Address.reviews(.closure($0, $1)) }.post(close)
        routes.at { Address.reviews(.deletedReview($0, $1)) }.post { address, _, visit, connection in
            let reading = try ReviewReading(address, for: visit, on: connection)
            try BinStore.delete(reading.review.id, reason: "", visit.context, on: connection)
            return .redirect(to: .reviews(.list(address.0)), notice: .binned)
        }
    }

    @Sendable private static func open(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReviewsPage(of: unit, for: visit, on: connection)
        guard let kind = Review.Kind(rawValue: form["review-kind"]) else {
            throw Failure.badRequest("Choose the kind of review from the list.")
        }
        guard let day = Day(form["review-day"]) else {
            page.form = FormState(
                typed: form,
                problems: [.init("review-day", "Enter a day, like 2026-03-31.")]
            )
            return .unsaved(page)
        }
        let review = Review(
            id: visit.context.makeID(),
            unit: unit,
            kind: kind,
            day: day,
            author: visit.context.author,
            instant: visit.now
        )
        try ReviewStore.open(review, visit.context, on: connection)
        return .redirect(to: review.address, notice: .reviewOpened)
    }

    @Sendable private static func change(
        _ address: ReviewPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReviewPage(of: address, for: visit, on: connection)
        var review = page.reading.review
        let edit = try Edit(form, of: .review, review.id, now: review.fields, on: connection)
        if let state = edit.conflict {
            page.forms.details = state
            return .conflict(page)
        }
        let form = edit.form
        var problems: [FormState.Problem] = []
        review.kind = Review.Kind(rawValue: form["review-kind"]) ?? review.kind
        if let day = Day(form["review-day"]) {
            review.day = day
        } else {
            problems.append(.init("review-day", "Enter a day, like 2026-03-31."))
        }
        review.present = number("present", form, &problems)
        review.minutes = number("minutes", form, &problems)
        do {
            guard problems.isEmpty else { throw ReviewProblems([]) }
            try ReviewStore.change(review, visit.context, on: connection)
        } catch let error as ReviewProblems {
            problems += error.problems.map(\.problem)
            page.forms.details = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: review.address, notice: .reviewChanged)
    }

    /// A whole number that may be left out.
    static func number(_ field: String, _ form: Form, _ problems: inout [FormState.Problem]) -> Int? {
        guard let text = form.optional(field) else { return nil }
        let number = Int(text)
        if number == nil { problems.append(.init(field, "Enter a whole number.")) }
        return number
    }

    @Sendable private static func note(
        _ address: ReviewPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReviewPage(of: address, for: visit, on: connection)
        do {
            try ReviewStore.note(
                form["note"],
                isAddition: false,
                on: page.reading.review,
                visit.context,
                on: connection
            )
        } catch let error as ReviewProblems {
            page.forms.note = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: page.reading.review.address, notice: .reviewNoted)
    }

    @Sendable private static func agree(
        _ address: (Unit.ID, Review.ID, Signal.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReviewSignalPage(of: address, for: visit, on: connection)
        var problems: [FormState.Problem] = []
        let conflict: FormState?
        var form = form
        if let meaning = page.meaning {
            let edit = try Edit(form, of: .meaning, meaning.id, now: meaning.fields, on: connection)
            (form, conflict) = (edit.form, edit.conflict)
        } else {
            conflict = nil
        }
        if let conflict {
            page.form = conflict
            return .conflict(page)
        }
        let certainty = SignalHandling.Certainty(rawValue: form["certainty"])
        if certainty == nil { problems.append(.init("certainty", "Choose how sure you are.")) }
        do {
            guard let certainty else {
                throw ReviewProblems(form["agreed"].isEmpty ? [ReviewProblem("agreed", .missing)] : [])
            }
            try MeaningStore.agree(
                form["agreed"],
                certainty,
                on: page.entry,
                in: page.review,
                visit.context,
                on: connection
            )
        } catch let error as ReviewProblems {
            problems += error.problems.map(\.problem)
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: page.address, notice: .meaningAgreed)
    }

    @Sendable private static func close(
        _ address: ReviewPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReviewPage(of: address, for: visit, on: connection)
        let reading = page.reading
        var review = reading.review
        var problems: [FormState.Problem] = []
        review.present = number("present", form, &problems)
        review.minutes = number("minutes", form, &problems)
        do {
            guard problems.isEmpty else { throw ReviewProblems([]) }
            try connection.savepoint {
                try MinutesStore.close(
                    review,
                    saying: { reading.minutes(of: $0) },
                    visit.context,
                    on: connection
                )
            }
        } catch let error as ReviewProblems {
            problems += error.problems.map(\.problem)
            page.forms.closure = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: .reviews(.minutes(address.0, address.1)), notice: .reviewClosed)
    }
}
