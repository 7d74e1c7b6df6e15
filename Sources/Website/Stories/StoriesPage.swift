import Markup
import Sightline
import Storage

/// The stories and learning notes of a unit and of those below it.
struct StoriesPage: Page {
    let unit: Unit
    let list: StoryList
    /// How many there are that the visitor may not read.
    let kept: Int
    let mayTell: Bool
    /// The kind that is chosen; nil for both.
    let kind: Story.Kind?

    var title: String { "Stories and learning notes" }
    var section: Section? { .programmes }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        let kind = Story.Kind(rawValue: visit.query["kind"])
        self.kind = kind
        let found = try StoryStore.all(within: id, for: reader, on: connection)
        kept = found.kept
        let stories = found.stories.filter { kind == nil || $0.kind == kind }
        let names = Set(stories.map(\.unit)).map { ($0, reader.tree[$0]?.name ?? "") }
        list = StoryList(stories: stories, units: Dictionary(uniqueKeysWithValues: names))
        mayTell = visit.may(.recordCycles, on: id, in: reader.tree)
    }

    func content(in frame: Frame) -> HTML {
        let tell: HTML? =
            mayTell ? "<a class=\"button\" href=\"\(Address.newStory(unit.id).path)\">Tell one</a>" : nil
        return """
            <div class="stack">
            <div class="title"><div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>\(tell)</div>
            <p class="lede">What changed, why it matters, and who chose to tell it. Numbers say how much; these say \
            what it was like.</p>
            \(kinds)
            <p>\(summary)</p>
            \(list.stories.isEmpty ? nil : list.html)
            \(keptNote)
            </div>
            """
    }

    private var summary: String { ListSentences.stories(list.stories.map(\.day)) }

    private var kinds: HTML {
        let all: [(kind: Story.Kind?, label: String)] = [
            (nil, "Both"), (.story, "Stories"), (.note, "Learning notes"),
        ]
        let links = all.map { choice -> HTML in
            let current: HTML = choice.kind == kind ? " aria-current=\"page\"" : ""
            let path = Address.stories(unit.id).path(["kind": choice.kind?.rawValue])
            return "<li><a href=\"\(path)\"\(current)>\(choice.label)</a></li>"
        }
        return "<nav class=\"drawings\" aria-label=\"Kinds\"><ul>\(links)</ul></nav>"
    }

    private var keptNote: HTML? {
        kept > 0 ? "<p class=\"muted\">\(ListSentences.keptStories(kept))</p>" : nil
    }
}
