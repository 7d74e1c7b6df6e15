import Statistics
package import Storage

/// Letters to those who own a decision that is to be followed up: a week before its day, and on it; each once.
package enum Reminders {
    /// How many days before its day a decision is first reminded of.
    package static let daysBefore = 7

    /// What one person is reminded of.
    package struct Letter: Equatable, Sendable {
        package var owner: Person
        package var email: String
        package var items: [Item]

        package init(owner: Person, email: String, items: [Item]) {
            self.owner = owner
            self.email = email
            self.items = items
        }
    }

    package struct Item: Equatable, Sendable {
        package var decision: Decision
        package var kind: Kind
        /// Whether its words may stand in a letter: what a unit keeps must not.
        package var isTold: Bool

        package init(decision: Decision, kind: Kind, isTold: Bool) {
            self.decision = decision
            self.kind = kind
            self.isTold = isTold
        }
    }

    package enum Kind: String, Sendable {
        case before, due
    }

    /// The letters that are to be written now; none to who may not see the decision any more.
    package static func letters(at now: Timestamp, on connection: any SQLConnection) throws -> [Letter] {
        let today = now.day
        guard let horizon = today.advanced(by: daysBefore) else { return [] }
        let decisions = try DecisionStore.open(dueBy: horizon, on: connection)
        guard !decisions.isEmpty else { return [] }
        let directory = Directory()
        var letters: [Person.ID: Letter] = [:]
        var order: [Person.ID] = []
        for decision in decisions {
            guard let person = decision.owner.person, let kind = kind(of: decision, today),
                try !isSent(kind, decision, person, on: connection),
                let account = try AccountStore.find(of: person, on: connection), account.isActive,
                let email = account.person.email
            else { continue }
            let reader = try directory.readership(account, on: connection)
            guard reader.may(.read, on: decision.unit), try reader.sees(decision.about, on: connection) else {
                continue
            }
            let item = Item(
                decision: decision,
                kind: kind,
                isTold: try !isKept(decision.about, reader, on: connection)
            )
            if letters[person] == nil { order.append(person) }
            letters[person, default: Letter(owner: account.person, email: email, items: [])].items
                .append(item)
        }
        return order.compactMap { letters[$0] }
    }

    /// Writes the letters that are due, to be sent with all others; gives back how many.
    ///
    /// - Parameter address: the whole address of a decision's page.
    @discardableResult
    package static func post(
        _ context: Context,
        address: (Decision) -> String,
        on connection: any SQLConnection
    ) throws -> Int {
        let letters = try letters(at: context.now, on: connection)
        for letter in letters {
            try MailStore.post(
                ReminderSentences.subject(letter),
                ReminderSentences.body(letter, today: context.now.day, address: address),
                to: letter.email,
                context,
                on: connection
            )
            for item in letter.items { try note(item, letter.owner.id, context, on: connection) }
        }
        return letters.count
    }

    /// Nil where there is no need: what was decided within the last week is known anyway.
    private static func kind(of decision: Decision, _ today: Day) -> Kind? {
        if decision.due <= today { return .due }
        return decision.due.number - decision.instant.day.number > daysBefore ? .before : nil
    }

    private static func isKept(
        _ about: About,
        _ reader: Readership,
        on connection: any SQLConnection
    ) throws -> Bool {
        if let measure = about.measure.flatMap({ reader.measures[$0] }), measure.isKept { return true }
        guard let id = about.programme else { return false }
        return try ProgrammeStore.find(id, on: connection)?.visibility == .unit
    }

    private static func isSent(
        _ kind: Kind,
        _ decision: Decision,
        _ person: Person.ID,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.one(
            "SELECT 1 FROM reminder WHERE decision_id = ? AND due_day = ? AND kind = ? AND person_id = ?",
            [.id(decision.id), .day(decision.due), .word(kind), .id(person)]
        ) { _ in true } != nil
    }

    private static func note(
        _ item: Item,
        _ person: Person.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            "INSERT INTO reminder (decision_id, due_day, kind, person_id, instant) VALUES (?, ?, ?, ?, ?)",
            [
                .id(item.decision.id), .day(item.decision.due), .word(item.kind), .id(person),
                .instant(context.now),
            ]
        )
    }
}
