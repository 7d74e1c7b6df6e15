import Markup
import Sightline

extension CoachesPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.account.path)">Your account</a></p><h1>\(title)</h1></div>
        <p class="lede">You choose who coaches you, and what of you they see.</p>
        <p>\(AccountSentences.coaches(coaches.count))</p>
        \(form.summary)
        <div class="panels">\(coaches.map { panel($0, in: frame) })\(choosing(in: frame))</div>
        </div>
        """
    }

    private func panel(_ entry: Entry, in frame: Frame) -> HTML {
        let id = entry.choice.id.pathText
        let change: HTML = """
            <input type="hidden" name="coach" value="\(entry.choice.coach.pathText)">
            \(views(of: entry.choice.views, named: "view-\(id)"))
            <button class="quiet">Save</button>
            """
        let end: HTML = """
            <input type="hidden" name="choice" value="\(id)"><button class="link">End it</button>
            """
        let choice = entry.choice
        let state = AccountSentences.coach(
            since: choice.started,
            seen: choice.seen,
            isInForce: entry.isInForce
        )
        return """
            <section class="panel"><h2>\(entry.name)</h2>
            <p>\(state)</p>
            \(frame.form(to: .coaches, content: change))
            \(entry.audience.html)
            \(frame.form(to: .endedCoaches, content: end))</section>
            """
    }

    private func choosing(in frame: Frame) -> HTML {
        let told = AccountSentences.candidates(candidates.count, chosen: coaches.count)
        guard !candidates.isEmpty else {
            return "<section class=\"panel\"><h2>Choose a coach</h2><p>\(told)</p></section>"
        }
        let choices = candidates.map { (value: $0.id.pathText, label: $0.person.name) }
        let views = form.checks("view", "They see your name and", of: CoachView.choices)
        return """
            <section class="panel"><h2>Choose a coach</h2><p>\(told)</p>
            \(frame.form(
                to: .coaches,
                content: "\(form.choice("coach", "Coach", of: choices))\(views)<button>Choose them</button>"
            ))
            <p class="muted">What a unit keeps to itself stays with the unit: a coach sees no note about it.</p>
            </section>
            """
    }

    /// What a coach may see; each form of the page has fields of its own name.
    private func views(of views: Set<CoachView>, named name: String) -> HTML {
        var chosen = Form()
        for view in views { chosen.append(view.rawValue, to: name) }
        return FormState(typed: chosen).checks(name, "They see your name and", of: CoachView.choices)
    }
}
