import Sightline
import Storage

/// The rhythm of a unit's reviews: seeing and setting it.
enum RhythmRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.reviews(.rhythm($0)) }
            .get { unit, visit, connection in .page(try RhythmPage(of: unit, for: visit, on: connection)) }
            .post(set)
    }

    @Sendable private static func set(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try RhythmPage(of: unit, for: visit, on: connection)
        let edit = try Edit(
            form,
            of: .rhythm,
            unit,
            now: page.rhythm.fields,
            asking: RhythmPage.names,
            words: RhythmPage.words,
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        var rhythm = page.rhythm
        for index in rhythm.beats.indices {
            let name = rhythm.beats[index].kind.rawValue
            rhythm.beats[index].isHeld = edit.form["\(name)-held"] == "yes"
            func number(_ field: String, _ range: ClosedRange<Int>, _ old: Int) throws -> Int {
                guard let text = edit.form.optional("\(name)-\(field)") else { return old }
                guard let number = Int(text), range.contains(number) else {
                    throw Failure.badRequest("Choose the days from the lists.")
                }
                return number
            }
            rhythm.beats[index].weekday = try number("weekday", 0...6, rhythm.beats[index].weekday)
            rhythm.beats[index].week = try number("week", 1...5, rhythm.beats[index].week)
            rhythm.beats[index].month = try number("month", 1...3, rhythm.beats[index].month)
        }
        try RhythmStore.set(rhythm, of: page.unit, visit.context, on: connection)
        return .redirect(to: .reviews(.rhythm(unit)), notice: .rhythmSet)
    }
}
