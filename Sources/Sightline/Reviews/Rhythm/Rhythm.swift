package import Statistics

/// On which days a unit holds its reviews.
package struct Rhythm: Equatable, Sendable {
    /// One for each kind of review, in the order of the kinds.
    package var beats: [Beat]

    package init(_ beats: [Beat]) { self.beats = beats }

    /// When reviews of one kind are held.
    package struct Beat: Equatable, Sendable {
        package var kind: Review.Kind
        package var isHeld: Bool
        /// From 0, which is Monday.
        package var weekday: Int
        /// Which of its kind in the month, from 1 to 4, and 5 for the last one; a weekly huddle doesn't ask.
        package var week: Int
        /// Which month of the quarter, from 1 to 3; asked by what is held each quarter.
        package var month: Int

        package init(_ kind: Review.Kind, isHeld: Bool, weekday: Int, week: Int = 1, month: Int = 1) {
            self.kind = kind
            self.isHeld = isHeld
            self.weekday = weekday
            self.week = week
            self.month = month
        }
    }

    /// What holds until someone says otherwise: teams meet each week, organisations and places each month, the
    /// community each quarter.
    package static func usual(for kind: Unit.Kind) -> Rhythm {
        Rhythm([
            Beat(.huddle, isHeld: kind == .team, weekday: 0),
            Beat(.monthly, isHeld: kind == .organisation || kind == .place, weekday: 1, week: 2),
            Beat(.community, isHeld: kind == .community, weekday: 2, week: 3, month: 1),
        ])
    }

    package subscript(kind: Review.Kind) -> Beat? { beats.first { $0.kind == kind } }

    /// The first of each kind that is held, from a day on, the soonest first.
    package func next(onOrAfter day: Day) -> [(kind: Review.Kind, day: Day)] {
        beats.compactMap { beat in beat.days(from: day, count: 1).first.map { (beat.kind, $0) } }
            .sorted { $0.1 < $1.1 }
    }

    /// All in a stretch of days, by day.
    package func days(in stretch: ClosedRange<Day>) -> [(kind: Review.Kind, day: Day)] {
        beats.flatMap { beat in
            beat.days(from: stretch.lowerBound, through: stretch.upperBound).map { (beat.kind, $0) }
        }.sorted { $0.1 < $1.1 }
    }
}

extension Rhythm.Beat {
    /// Its first days from a day on; none where it isn't held.
    func days(from day: Day, through end: Day = .last, count: Int = .max) -> [Day] {
        guard isHeld else { return [] }
        var days: [Day] = []
        if kind == .huddle {
            let ahead = (weekday - day.daysSinceMonday + 7) % 7
            var next = day.advanced(by: ahead)
            while let found = next, found <= end, days.count < count {
                days.append(found)
                next = found.advanced(by: 7)
            }
            return days
        }
        var start: Day? = Period.month.start(of: day)
        while let month = start, month <= end, days.count < count {
            if kind == .monthly || (month.month - 1) % 3 + 1 == self.month, let found = self.day(in: month),
                found >= day, found <= end
            {
                days.append(found)
            }
            start = Period.month.next(after: month)
        }
        return days
    }

    /// Its day in the month that begins on a day.
    private func day(in month: Day) -> Day? {
        let first = (weekday - month.daysSinceMonday + 7) % 7
        guard week == 5 else { return month.advanced(by: first + (week - 1) * 7) }
        guard let next = Period.month.next(after: month), let last = next.advanced(by: -1) else { return nil }
        return last.advanced(by: -((last.daysSinceMonday - weekday + 7) % 7))
    }
}

extension Rhythm {
    /// What its form shows of it.
    package var fields: [Revision.Field] {
        beats.flatMap { beat in
            let name = beat.kind.rawValue
            return [
                Revision.Field("\(name)-held", beat.isHeld ? "yes" : "no"),
                Revision.Field("\(name)-weekday", String(beat.weekday)),
                Revision.Field("\(name)-week", String(beat.week)),
                Revision.Field("\(name)-month", String(beat.month)),
            ]
        }
    }
}
