import Markup
import Sightline
import Statistics
import Storage

/// The form of a story or a learning note: a new one, or one that there is.
struct StoryFormPage: Page {
    let unit: Unit
    /// Nil for a new one.
    let story: Story?
    let about: StoryAbout
    var form: FormState

    var title: String { story.map { "Change “\($0.title)”" } ?? "Tell a story, or write a learning note" }
    var section: Section? { .programmes }

    init(newIn id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        story = nil
        about = try StoryAbout(of: id, for: reader, on: connection)
        form = FormState([
            "story-kind": Story.Kind.note.rawValue, "visibility": Visibility.place.rawValue,
            "told-on": visit.now.day.description, "about": visit.query["about"],
        ])
    }

    init(
        of address: (unit: Unit.ID, story: Story.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        let (unit, story) = try reader.story(at: address, on: connection)
        self.unit = unit
        self.story = story
        about = try StoryAbout(of: unit.id, for: reader, on: connection)
        let revision = try RevisionStore.newest(.story, story.id, on: connection)
        form = FormState(story.fields, revision: revision)
    }

    func content(in frame: Frame) -> HTML {
        let address = story.map { Address.storyDetails(unit.id, $0.id) } ?? .newStory(unit.id)
        let kinds = Story.Kind.allCases.map { (value: $0.rawValue, label: $0.sentence) }
        let visibilities = Visibility.allCases.map { (value: $0.rawValue, label: $0.storyWords) }
        return """
            <div class="stack narrow">
            <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
            \(frame.form(to: address, content: """
                \(story == nil ? nil : form.origin)\(form.summary)
                \(form.choice("story-kind", "What it is", of: kinds))
                \(form.text("story-title", "Title", options: .init(isRequired: true)))
                \(form.paragraph("changed", "What changed", isRequired: true))
                \(form.paragraph("matters", "Why it matters", isRequired: true))
                \(form.text("chosen-by", "Who chose it among others (optional)", hint: Self.chosenHint))
                \(form.paragraph("chosen-because", "Why they chose it (optional)"))
                \(form.choice("about", "What it tells of", of: about.options))
                \(form.text("told-on", "On which day it was told", options: .init(type: .date, isRequired: true)))
                \(form.choice("visibility", "Who may read it", hint: Self.visibilityHint, of: visibilities))
                <button>\(story == nil ? "Keep it" : "Save")</button>
                """))
            </div>
            """
    }

    private static let chosenHint = "A group, such as the family council or the ward team."
    private static let visibilityHint = """
        A story is seen by others only when those whom it tells of have agreed, and no further than they agreed to. \
        You record that on its page.
        """

    /// A story with what a form says; what can't be read is a problem.
    func read(
        _ form: Form,
        into blank: Story,
        _ problems: inout [FormState.Problem]
    ) -> Story {
        var story = blank
        story.kind = Story.Kind(rawValue: form["story-kind"]) ?? story.kind
        story.visibility = Visibility(rawValue: form["visibility"]) ?? story.visibility
        story.title = form["story-title"]
        story.changed = form["changed"]
        story.matters = form["matters"]
        story.chosenBy = form["chosen-by"]
        story.chosenBecause = form["chosen-because"]
        if let day = Day(form["told-on"]) {
            story.day = day
        } else {
            problems.append(.init("told-on", "Enter a day, like 2026-03-01."))
        }
        let told = form["about"]
        // What it tells of already may be something that this visitor can't read.
        if told != story.about {
            let choice = about[told]
            if choice == nil, !told.isEmpty {
                problems.append(.init("about", "Choose something from the list."))
            }
            story.programme = choice?.programme.id
            story.cycle = choice?.cycle?.id
        }
        return story
    }
}
