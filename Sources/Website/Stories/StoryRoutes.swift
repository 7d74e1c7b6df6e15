import Sightline
import Statistics
import Storage

/// Stories and learning notes: the list, one, writing and changing it, who agreed, and deleting it.
enum StoryRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.stories).get { unit, visit, connection in
            .page(try StoriesPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.newStory)
            .get { unit, visit, connection in
                .page(try StoryFormPage(newIn: unit, for: visit, on: connection))
            }
            .post(tell)
        routes.at(Address.story).get { address, visit, connection in
            .page(try StoryPage(of: address, for: visit, on: connection))
        }
        routes.at(Address.storyDetails)
            .get { address, visit, connection in
                .page(try StoryFormPage(of: address, for: visit, on: connection))
            }
            .post(change)
        routes.at(Address.storyConsents).post(agree)
        routes.at(Address.endedConsents).post(takeBack)
        routes.at(Address.deletedStory).post { address, form, visit, connection in
            let page = try StoryPage(of: address, for: visit, on: connection)
            let reason = DeletionForm.reason(in: form)
            try BinStore.delete(page.story.id, reason: reason, visit.context, on: connection)
            return .redirect(to: .stories(address.0), notice: .binned)
        }
    }

    @Sendable private static func tell(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try StoryFormPage(newIn: unit, for: visit, on: connection)
        let blank = Story(
            id: visit.context.makeID(),
            unit: unit,
            kind: .story,
            visibility: .unit,
            title: "",
            day: visit.now.day,
            changed: "",
            matters: "",
            author: visit.context.author,
            instant: visit.now
        )
        var problems: [FormState.Problem] = []
        let story = page.read(form, into: blank, &problems)
        do {
            try StoryStore.check(story, visit.context)
            guard problems.isEmpty else { throw StoryProblems([]) }
            try StoryStore.insert(story, visit.context, on: connection)
        } catch let error as StoryProblems {
            problems += error.problems.map(\.problem)
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: story.address, notice: story.kind == .note ? .storyTold : .consentNeeded)
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Story.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try StoryFormPage(of: address, for: visit, on: connection)
        guard let old = page.story else { throw Failure.notFound }
        let words = page.about.words
        let edit = try Edit(form, of: .story, old.id, now: old.fields, words: words, on: connection)
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        var problems: [FormState.Problem] = []
        let story = page.read(edit.form, into: old, &problems)
        do {
            try StoryStore.check(story, visit.context)
            guard problems.isEmpty else { throw StoryProblems([]) }
            try StoryStore.update(story, visit.context, on: connection)
        } catch let error as StoryProblems {
            problems += error.problems.map(\.problem)
            page.form = FormState(typed: edit.form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: story.address, notice: .storyChanged)
    }

    @Sendable private static func agree(
        _ address: (Unit.ID, Story.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try StoryPage(of: address, for: visit, on: connection)
        var problems: [FormState.Problem] = []
        let day = Day(form["consent-day"])
        if day == nil { problems.append(.init("consent-day", "Enter a day, like 2026-03-01.")) }
        let audience = Visibility(rawValue: form["consent-audience"])
        if audience == nil { problems.append(.init("consent-audience", "Choose one from the list.")) }
        do {
            guard let day, let audience else { throw StoryProblems([]) }
            let consent = Consent(
                id: visit.context.makeID(),
                who: form["consent-who"],
                audience: audience,
                day: day,
                author: visit.context.author,
                instant: visit.now
            )
            try StoryStore.record(consent, to: page.story, visit.context, on: connection)
        } catch let error as StoryProblems {
            problems += error.problems.map(\.problem)
            page.consentForm = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: page.story.address, notice: .consentRecorded)
    }

    @Sendable private static func takeBack(
        _ address: (Unit.ID, Story.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try StoryPage(of: address, for: visit, on: connection)
        do {
            guard let id = Consent.ID(form["consent"]) else {
                throw StoryProblems([StoryProblem("withdrawal-reason", .noConsent)])
            }
            let reason = form["withdrawal-reason"]
            try StoryStore.withdraw(id, of: page.story, reason: reason, visit.context, on: connection)
        } catch let error as StoryProblems {
            page.withdrawalForm = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: page.story.address, notice: .consentTakenBack)
    }
}
