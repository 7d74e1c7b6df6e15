import Markup
import Sightline
import Statistics
import Storage

/// On which days a unit holds its reviews.
struct RhythmPage: Page {
    let unit: Unit
    let rhythm: Rhythm
    let history: History
    let today: Day
    let mayRun: Bool
    var form: FormState

    var title: String { "Rhythm of reviews" }
    var section: Section? { .reviews }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let tree = try visit.readership(on: connection).tree
        guard let unit = tree[id] else { throw Failure.notFound }
        self.unit = unit
        rhythm = try RhythmStore.rhythm(of: unit, on: connection)
        history = try History(of: .rhythm, id, words: Self.words, on: connection)
        today = visit.now.day
        mayRun = visit.may(.runReviews, on: id, in: tree)
        form = FormState(rhythm.fields, asking: Self.names, revision: history.newest)
    }

    /// What a person reads of a field's value.
    @Sendable static func words(_ field: Revision.Field) -> String {
        let number = Int(field.value) ?? 0
        if field.name.hasSuffix("-weekday") {
            return weekdays.indices.contains(number) ? weekdays[number] : field.value
        }
        if field.name.hasSuffix("-week") {
            return weeks.first { $0.value == field.value }?.label ?? field.value
        }
        return field.value
    }

    /// The fields that the form asks for: not which Monday a weekly huddle is on.
    static let names = Rhythm.usual(for: .team).fields.map(\.name).filter {
        !["huddle-week", "huddle-month", "monthly-month"].contains($0)
    }

    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    static let weeks: [(value: String, label: String)] = [
        ("1", "The first in the month"), ("2", "The second in the month"), ("3", "The third in the month"),
        ("4", "The fourth in the month"), ("5", "The last in the month"),
    ]
    static let months: [(value: String, label: String)] = [
        ("1", "January, April, July, October"), ("2", "February, May, August, November"),
        ("3", "March, June, September, December"),
    ]
}

extension RhythmPage {
    func content(in frame: Frame) -> HTML {
        let next = rhythm.next(onOrAfter: today).map { kind, day -> HTML in
            "<li>\(ReviewSentences.name(of: kind)): next on \(Self.weekdays[day.daysSinceMonday]), \(day.words)</li>"
        }
        let list: HTML =
            "<p>\(MeetingSentences.kinds(next.count))</p>\(next.isEmpty ? nil : "<ul>\(next)</ul>" as HTML)"
        return """
            <div class="stack">
            <div><p class="kicker"><a href="\(Address.reviews(.list(unit.id)).path)">Reviews of \(unit.name)</a></p>
            <h1>\(title)</h1>
            <p class="lede">A rhythm says when a review is due. Nothing happens by itself: people prepare, hold and \
            close each one.</p></div>
            \(list)
            \(mayRun ? frame.form(to: .reviews(.rhythm(unit.id)), content: fields) : nil)
            \(history.section(in: frame, mayRun ? [.init(address: .reviews(.rhythm(unit.id)), names: Self.names)] : []))
            <p><a href="\(Address.calendarFeeds.path)">See them in your own calendar</a></p>
            </div>
            """
    }

    private var fields: HTML {
        """
        \(form.origin)\(form.summary)\(rhythm.beats.map(beat))<button>Set the rhythm</button>
        """
    }

    private func beat(_ beat: Rhythm.Beat) -> HTML {
        let name = beat.kind.rawValue
        let days = Self.weekdays.enumerated().map { (value: String($0.offset), label: $0.element) }
        let held = [(value: "yes", label: "Held"), (value: "no", label: "Not held")]
        let week: HTML? =
            beat.kind == .huddle ? nil : form.choice("\(name)-week", "Which one", of: Self.weeks)
        let month: HTML? =
            beat.kind == .community ? form.choice("\(name)-month", "In which months", of: Self.months) : nil
        return """
            <fieldset class="panel"><legend>\(ReviewSentences.name(of: beat.kind))</legend>
            \(form.choice("\(name)-held", "Is it held?", of: held))
            \(form.choice("\(name)-weekday", "Weekday", of: days))\(week)\(month)</fieldset>
            """
    }
}
