import Markup
import Sightline
import Statistics
import Storage

extension ReviewPage {
    private var review: Review { reading.review }
    private var unit: Unit { reading.unit }

    func content(in frame: Frame) -> HTML {
        """
        <article class="stack">
        <header><p class="kicker"><a href="\(Address.reviews(.list(unit.id)).path)">Reviews of \(unit.name)</a></p>
        <h1>\(title)</h1><p class="lede">\(lede)</p>
        <ul class="links">\(links)</ul></header>
        \(review.isOpen ? prepared : nil)
        \(decisionsSection(in: frame))
        \(notesSection(in: frame))
        \(review.isOpen && reading.mayRun ? closing(in: frame) : nil)
        \(review.isOpen && reading.mayRun ? details(in: frame) : nil)
        \(history.section(in: frame, review.isOpen && reading.mayRun ? [.init(address: review.address)] : []))
        \(reading.mayRun ? deletion(in: frame) : nil)
        </article>
        """
    }

    private var lede: String {
        MeetingSentences.standing(closed: review.closed, by: review.closer?.name)
    }

    private var links: HTML {
        let minutes = Address.reviews(.minutes(unit.id, review.id)).path
        let screen = Address.reviews(.screen(unit.id, review.id)).path
        let show: HTML? = review.isOpen ? "<li><a href=\"\(screen)\">Show it on a screen</a></li>" : nil
        return "\(show)<li><a href=\"\(minutes)\">\(review.isOpen ? "Minutes so far" : "Minutes")</a></li>"
    }

    // MARK: What lies before it

    /// What the system prepared.
    private var prepared: HTML {
        let preparation = reading.preparation
        return """
            \(overdue)\(changes)\(signals)
            <div class="beside">
            <section><h2>Cycles that are stuck</h2>\(list(.stuck, preparation.stuck.map(stuck)))</section>
            <section><h2>Data that is late</h2>
            \(list(.late, preparation.late.map(late), of: preparation.lateCount))</section></div>
            """
    }

    private var overdue: HTML {
        let items = reading.preparation.overdue.map { $0.item(on: reading.today) }
        return "<section><h2>Follow-ups that are overdue</h2>\(list(.overdue, items))</section>"
    }

    private var changes: HTML {
        let all = reading.preparation.changes
        let since = MeetingSentences.since(reading.preparation.since)
        let items = all.prefix(ReviewPreparation.mostChanges).map { change -> HTML in
            """
            <li><span>\(change.sentenceLinked) <span class="muted small">\(change.instant.day.words)</span></span></li>
            """
        }
        return """
            <section><h2>What changed</h2><p class="muted">\(since)</p>
            \(list(.changes, items, of: all.count))\(gone)</section>
            """
    }

    private var gone: HTML? {
        ReviewSentences.gone(reading.preparation.gone).map { sentence in
            let ledger = Address.signals(unit.id).path(["state": LedgerQuery.States.withdrawn.rawValue])
            return "<p class=\"muted\">\(sentence) <a href=\"\(ledger)\">All that are withdrawn</a></p>"
        }
    }

    private var signals: HTML {
        let all = reading.preparation.signals
        let shown = all.prefix(ReviewPreparation.mostSignals)
        let ledger = Address.signals(unit.id).path
        let more: HTML? =
            all.count > shown.count
            ? "<p><a href=\"\(ledger)\">All \(all.count) open signals in the ledger</a></p>" : nil
        return """
            <section><h2>Open signals</h2><p>\(LedgerSentences.summary(reading.preparation.ledger))</p>
            \(list(.signals, shown.map(signal), of: all.count))\(more)
            <p class="muted small">\(LedgerSentences.order)</p></section>
            """
    }

    private func signal(_ entry: LedgerEntry) -> HTML {
        let agreed = reading.meanings.filter { $0.about.signal == entry.id }.map { meaning -> HTML in
            "<p><strong>Agreed:</strong> \(meaning.text)</p>"
        }
        let decided = reading.decisions.filter { $0.about.signal == entry.id }.map { decision -> HTML in
            """
            <p><strong>Decided:</strong> <a href="\(decision.address.path)">\
            \(ReviewSentences.name(of: decision.kind)): \(decision.text)</a></p>
            """
        }
        let talk: HTML? =
            reading.mayRun
            ? """
            <p class="no-print"><a href="\(Address.reviews(.signal(unit.id, review.id, entry.id)).path)">Make sense \
            of it<span class="visually-hidden">: \(entry.name)</span></a></p>
            """ : nil
        let overdue: HTML? =
            entry.isOverdue(on: reading.today) ? "<span class=\"tag concern\">Overdue</span> " : nil
        return """
            <li><p>\(overdue)<a href="\(Address.signal(entry.unit.id, entry.id).path)">\(entry.name)</a> \
            <span class="tag">\(entry.stateWords)</span></p>
            <p>\(SignalSentences.what(entry)) <span class="muted">\(SignalSentences.chance(entry) ?? "")</span></p>
            \(agreed)\(decided)\(talk)</li>
            """
    }

    private func stuck(_ stuck: ReviewPreparation.StuckCycle) -> HTML {
        let (cycle, programme) = (stuck.cycle, stuck.programme)
        return """
            <li><a href="\(Address.cycle(programme.unit, programme.id, cycle.id).path)">\(cycle.question)</a> <span \
            class="muted small">\(programme.title): open for \(stuck.days) days</span></li>
            """
    }

    private func late(_ row: MeasureTable.Row) -> HTML {
        let due = row.status.dueDay.map { "expected by \($0.words)" } ?? ""
        return "<li>\(row.link(on: unit.id))<span class=\"muted small\">\(due)</span></li>"
    }

    /// A list under its sentence.
    ///
    /// - Parameter all: how many there are; nil where all of them are listed.
    private func list(_ part: MinuteLine.Part, _ items: [HTML], of all: Int? = nil) -> HTML {
        let told = MeetingSentences.part(part, items.count, of: all ?? items.count)
        let list: HTML? = items.isEmpty ? nil : "<ul class=\"signals\">\(items)</ul>"
        return "<p class=\"muted\">\(told)</p>\(list)"
    }

    // MARK: What it decides

    private func decisionsSection(in frame: Frame) -> HTML {
        let items = reading.decisions.map { $0.item(on: reading.today) }
        return """
            <section><h2 id="decisions">Decisions</h2>\(list(.decisions, items))
            \(decision.map { deciding($0, in: frame) })</section>
            """
    }

    private func deciding(_ decision: DecisionForm, in frame: Frame) -> HTML {
        let form = forms.decision
        let isOpen = !form.problems.isEmpty || !form.typed["about"].isEmpty
        return """
            <details class="panel"\(isOpen ? " open" as HTML : "")><summary>Decide something</summary>
            \(frame.form(to: .reviews(.decisions(unit.id, review.id)), content: """
                \(form.summary)\(form.choice("about", "What it answers", of: subjects))
                \(decision.fields(form))<button>Save the decision</button>
                """))</details>
            """
    }

    private func notesSection(in frame: Frame) -> HTML {
        let notes = reading.notes.filter { !$0.isAddition }.map { note -> HTML in
            """
            <li><span>\(LinkedText.html(note.text))</span> <span class="muted small">\(note.author.name), \
            \(note.instant.words)</span></li>
            """
        }
        let form: HTML? =
            review.isOpen && reading.mayNote
            ? frame.form(
                to: .reviews(.notes(unit.id, review.id)),
                content: """
                    \(forms.note.summary)
                    \(forms.note.paragraph("note", "A note", hint: "All who may see this unit read it.",
                        isRequired: true))
                    <button>Add the note</button>
                    """
            ) : nil
        return "<section><h2>Notes</h2>\(list(.notes, notes))\(form)</section>"
    }

    // MARK: How it ends

    private func closing(in frame: Frame) -> HTML {
        let form = forms.closure
        return """
            <section class="panel"><h2>Close it</h2>
            <p>The minutes freeze as they are now. What is found out later is added to them.</p>
            \(frame.form(to: .reviews(.closure(unit.id, review.id)), content: """
                \(form.summary)
                \(form.text("present", "How many people were there", options: .init(type: .number, isRequired: true)))
                \(form.text("minutes", "How many minutes it took",
                    hint: "Sightline counts what it asks of people.",
                    options: .init(type: .number, isRequired: true)))
                <button>Close the review</button>
                """))</section>
            """
    }

    private func details(in frame: Frame) -> HTML {
        let form = forms.details
        let isOpen = !form.problems.isEmpty || form.conflict != nil
        return """
            <details class="panel"\(isOpen ? " open" as HTML : "")><summary>Change its kind or its day</summary>
            \(frame.form(to: review.address, content: """
                \(form.origin)\(form.summary)
                \(form.choice("review-kind", "Kind", of: Review.Kind.choices))
                \(form.text("review-day", "Day", options: .init(type: .date, isRequired: true)))
                <input type="hidden" name="present" value="\(form.typed["present"])">
                <input type="hidden" name="minutes" value="\(form.typed["minutes"])">
                <button>Save</button>
                """))</details>
            """
    }

    private func deletion(in frame: Frame) -> HTML {
        """
        <section class="panel"><h2>Delete it</h2><p>It goes into the bin with its decisions and can be taken out again \
        for 30 days.</p>
        \(frame.form(
            to: .reviews(.deletedReview(unit.id, review.id)),
            content: "<button class=\"quiet\">Delete the review</button>"
        ))</section>
        """
    }
}

extension ReviewPreparation.Change {
    /// Its sentence, as a link to what it is about.
    var sentenceLinked: HTML {
        let sentence = ReviewSentences.change(kind)
        let address: Address? =
            switch kind {
            case .signalFound(let entry), .signalWithdrawn(let entry): .signal(entry.unit.id, entry.id)
            case .cycleBegun(let cycle, let programme), .cycleClosed(let cycle, let programme):
                .cycle(programme.unit, programme.id, cycle.id)
            case .followedUp(let decision): decision.address
            case .membership(_, let unit): .unit(unit.id)
            }
        return address.map { "<a class=\"change\" href=\"\($0.path)\">\(sentence)</a>" } ?? "\(sentence)"
    }
}
