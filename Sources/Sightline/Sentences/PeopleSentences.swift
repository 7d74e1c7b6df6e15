import Statistics

/// What lists of people, of invitations and of what is shared say as a whole.
package enum PeopleSentences {
    /// Those with a role in a unit and those known without an account.
    ///
    /// - Parameters:
    ///   - people: whether each person with a role has an active account, and signs in with one-time codes.
    ///   - known: how many people without an account are on the list.
    package static func people(_ people: [(isActive: Bool, hasCode: Bool)], known: Int) -> String {
        guard !people.isEmpty || known > 0 else {
            return "Nobody whom you look after has a role here yet. Invite the first person below."
        }
        let active = people.filter(\.isActive)
        let coded = active.count(where: \.hasCode)
        var told = ["\(Words.people(people.count)) with a role here or below"]
        if active.count < people.count { told.append("\(people.count - active.count) of them deactivated") }
        if coded > 0 { told.append("\(coded) with one-time codes") }
        guard known > 0 else { return "\(told.joined(separator: ", "))." }
        let others = "\(Words.people(known)) known without an account"
        return people.isEmpty
            ? "\(others)."
            : "\(Words.people(people.count + known)): \(told.joined(separator: ", ")); \(others)."
    }

    /// Invitations that nobody has taken yet.
    ///
    /// - Parameter expiries: when each runs out.
    package static func invitations(_ expiries: [Timestamp], at now: Timestamp) -> String {
        let open = expiries.filter { $0 > now }
        let ended = expiries.count - open.count
        var told: [String] = []
        if let first = open.min() {
            let until = Period.day.phrase(for: first.day)
            told.append(
                open.count == 1
                    ? "1 invitation waits, until \(until)."
                    : "\(Words.count(open.count, "invitation")) wait, the first until \(until)."
            )
        }
        if ended > 0 {
            let which = open.isEmpty ? Words.count(ended, "invitation") : "\(ended)"
            told.append("\(which) \(ended == 1 ? "has" : "have") run out: invite again, or withdraw.")
        }
        return told.isEmpty ? "No invitation waits." : told.joined(separator: " ")
    }

    /// A list of people that was pasted, before a letter is sent.
    package static func proposed(_ count: Int, wrong: Int) -> String {
        guard count > 0 else { return "The list is empty." }
        return wrong == 0
            ? "\(Words.people(count)) would get a letter."
            : "\(Words.people(count)), \(wrong) of them with something wrong. Mend those to go on."
    }

    /// Public links, of which those that open matter.
    ///
    /// - Parameters:
    ///   - states: of each link.
    ///   - openings: how often all of them were opened.
    package static func links(_ states: [PublicLinkState], openings: Int) -> String {
        guard !states.isEmpty else { return "None." }
        let open = states.count { $0 == .open }
        let shut = states.count - open
        let now =
            switch open {
            case 0: "No link opens now"
            case 1: "1 link opens to anyone who has it"
            default: "\(open) links open to anyone who has them"
            }
        let rest = shut == 0 ? "" : "; \(shut) no longer \(shut == 1 ? "does" : "do")"
        return "\(now)\(rest). Opened \(Words.count(openings, "time")) in all."
    }

    /// What a unit keeps to itself, to those whom it is kept from.
    package static func kept(by unit: String, measures count: Int, ask contacts: [String]) -> String {
        let whom = contacts.isEmpty ? "" : " Ask \(contacts.joined(separator: " or "))."
        return "\(unit) keeps \(Words.count(count, "measure")) to itself.\(whom)"
    }

    /// What units let others see beside public links.
    ///
    /// - Parameter thing: what one is called: "measure".
    package static func shared(_ thing: String, _ count: Int) -> String {
        count == 0
            ? "None: every \(thing) here is kept by its unit."
            : "\(Words.count(count, thing)), \(count == 1 ? "which" : "each of which") can be kept again."
    }

    /// The people who chose a coach.
    ///
    /// - Parameter since: when each of them did.
    package static func coached(since: [Timestamp]) -> String {
        guard let newest = since.max() else {
            return "Nobody has chosen you yet. People do so on their own account’s page."
        }
        let day = Period.day.phrase(for: newest.day)
        return since.count == 1
            ? "1 person has chosen you, on \(day)."
            : "\(since.count) people have chosen you, the last on \(day)."
    }

    /// Letters that were written and not handed over yet.
    ///
    /// - Parameter failing: how many of them could not be.
    package static func letters(waiting count: Int, failing: Int) -> String {
        guard count > 0 else { return "No letter waits: all of them have been handed over." }
        let letters = count == 1 ? "1 letter waits" : "\(count) letters wait"
        return failing == 0
            ? "\(letters) to be handed over within seconds."
            : "\(letters). \(failing) could not be handed over yet: \(failing == 1 ? "it" : "each") is tried again for "
                + "a day and a half, and then given up."
    }

    /// The roles that someone holds.
    package static func roles(_ count: Int) -> String {
        count == 0
            ? "They hold no role that you look after."
            : "They hold \(Words.count(count, "role")) that you look after."
    }

    /// The roles that someone lets their coach see.
    package static func coachedRoles(_ count: Int) -> String {
        count == 0 ? "They hold no role." : "They hold \(Words.count(count, "role"))."
    }

    /// Someone whom a unit knows without an account.
    ///
    /// - Parameter invited: until when an invitation of theirs waits; nil where none does.
    package static func known(to home: String, isHere: Bool, invited: Timestamp?) -> String {
        guard isHere else { return "Known to \(home), without an account, and no longer here." }
        guard let invited else { return "Known to \(home), without an account." }
        return
            "Known to \(home), without an account yet: invited until \(Period.day.phrase(for: invited.day))."
    }

    /// Letters that a server without a way to send them keeps.
    package static func keptLetters(_ count: Int) -> String {
        count == 0 ? "No letter has been written yet." : "\(Words.count(count, "letter")), the newest first."
    }
}
