import Sightline
import Statistics
import Storage

/// One story or learning note: what it tells, who agreed to that, and what it said before.
struct StoryPage: Page {
    let unit: Unit
    let story: Story
    /// What it tells of; nil where that is nothing, or nothing that the visitor may read.
    let about: StoryAbout.Choice?
    let history: History
    /// The arrows that it is evidence of.
    let arrows: ToldArrows
    /// Whether the visitor records things for its unit: only they see who agreed.
    let mayChange: Bool
    var consentForm: FormState
    var withdrawalForm = FormState()

    var title: String { story.title }
    var section: Section? { .programmes }

    init(
        of address: (unit: Unit.ID, story: Story.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        let (unit, story) = try reader.story(at: address, on: connection)
        self.unit = unit
        self.story = story
        let about = try StoryAbout(of: unit.id, for: reader, on: connection)
        self.about = about[story.about]
        history = try History(of: .story, story.id, words: about.words, on: connection)
        arrows = try ToldArrows(by: .story(story.id), for: reader, on: connection)
        mayChange = reader.may(.recordCycles, story)
        consentForm = FormState([
            "consent-audience": story.visibility.rawValue, "consent-day": visit.now.day.description,
        ])
    }
}

extension Readership {
    /// The story that an address names, with its unit.
    ///
    /// - Throws: `Failure.notFound` where there is none, or it is another unit's.
    func story(
        at address: (unit: Unit.ID, story: Story.ID),
        on connection: any SQLConnection
    ) throws -> (Unit, Story) {
        guard let unit = tree[address.unit],
            let story = try StoryStore.find(address.story, on: connection), story.unit == unit.id
        else { throw Failure.notFound }
        return (unit, story)
    }
}
