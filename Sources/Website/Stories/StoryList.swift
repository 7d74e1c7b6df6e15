import Markup
import Sightline
import Statistics

/// Stories and learning notes as a list, on their own page or on that of what they tell of.
struct StoryList: Sendable {
    let stories: [Story]
    /// The names of the units that they belong to; empty where all belong to one.
    var units: [Unit.ID: String] = [:]

    var html: HTML {
        let items = stories.map { story -> HTML in
            let unit = units[story.unit].map { "\($0), " } ?? ""
            let hidden: HTML? =
                story.reach == nil ? " <span class=\"tag\">without consent: not seen by others</span>" : nil
            return """
                <li><a href="\(story.address.path)">\(story.title)</a> <span class="tag">\(story.kind.word)</span>\
                \(hidden) <span class="muted small">\(unit)\(story.day.words)</span>
                <p>\(Self.beginning(of: story.matters))</p></li>
                """
        }
        return "<ul class=\"signals\">\(items)</ul>"
    }

    /// A section of the page of what they tell of, with the way to tell another.
    func section(tell: String?) -> HTML? {
        guard !stories.isEmpty || tell != nil else { return nil }
        let told = ListSentences.stories(stories.map(\.day))
        let way = tell.map { "<p><a href=\"\($0)\">Tell a story, or write a learning note</a></p>" as HTML }
        return """
            <section><h2>Stories and learning notes</h2><p>\(told)</p>\(stories.isEmpty ? nil : html)\(way)\
            </section>
            """
    }

    /// Its first words.
    private static func beginning(of text: String) -> String {
        text.count <= 200
            ? text : text.prefix(199).split(separator: " ").dropLast().joined(separator: " ") + "…"
    }
}
