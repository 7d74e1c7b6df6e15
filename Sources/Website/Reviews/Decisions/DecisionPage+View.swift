import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension DecisionPage {
    func content(in frame: Frame) -> HTML {
        """
        <article class="stack">
        <header><p class="kicker"><a href="\(Address.reviews(.list(unit.id)).path)">Reviews of \(unit.name)</a></p>
        <h1>\(title)</h1><p class="lede">\(lede)</p></header>
        \(mayFollow ? followingUp(in: frame) : nil)
        \(facts)
        \(since)
        \(mayRun ? changing(in: frame) : nil)
        \(history.section(in: frame, ways))
        \(mayRun ? deletion(in: frame) : nil)
        </article>
        """
    }

    private var lede: String {
        if let followUp = ReviewSentences.followUp(decision) { return followUp }
        return ReviewSentences.due(decision, on: today)
    }

    private var facts: HTML {
        let about: HTML =
            entry.map { entry in
                "<a href=\"\(Address.signal(entry.unit.id, entry.id).path)\">Signal: \(entry.name)</a>"
            }
            ?? cycle.map { cycle, programme in
                "<a href=\"\(Address.cycle(programme.unit, programme.id, cycle.id).path)\">Cycle: \(cycle.question)</a>"
            } ?? "\(decision.name.isEmpty ? "Nothing in particular" : decision.name)"
        let made: HTML =
            review.map { "<a href=\"\($0.address.path)\">\($0.title)</a>" } ?? "a review that was deleted"
        let asked: HTML? = decision.followUp?.minutes.map { "<dt>Minutes it asked</dt><dd>\($0)</dd>" }
        let came: HTML? = decision.followUp.map { followUp in
            """
            <dt>What came</dt><dd>\(ReviewSentences.words(of: followUp.outcome)): \
            \(LinkedText.html(followUp.happened)) <span class="muted">(\(followUp.author.name), \
            \(followUp.instant.words))</span></dd>\(asked)
            """
        }
        return """
            <section aria-labelledby="facts"><h2 id="facts">What was decided</h2><div class="panel"><dl class="facts">
            <dt>Decided in</dt><dd>\(made)</dd><dt>It answers</dt><dd>\(about)</dd>
            <dt>Decision</dt><dd>\(decision.kind.explanation). \(LinkedText.html(decision.text))</dd>
            <dt>Expected</dt><dd>\(LinkedText.html(decision.expected))</dd>
            <dt>Owner</dt><dd>\(decision.owner.name)</dd>
            <dt>Follow up by</dt><dd>\(decision.due.words)</dd>\(came)</dl></div></section>
            """
    }

    // MARK: Since then

    /// The chart with the decision marked on it.
    private var since: HTML? {
        guard let reading, !reading.picture.observations.isEmpty else { return nil }
        let picture = reading.picture
        let observations = picture.observations
        let days = observations.indices.filter { !observations.isMissing(at: $0) }.map {
            observations.days[$0]
        }
        let period = picture.measure.definition.period
        let day = decision.instant.day
        let sentence = ReviewSentences.since(day, points: days, of: period)
        let page = Address.series(reading.unit.id, reading.series.id).path
        return """
            <section><h2>The chart since</h2><p>\(sentence)</p>
            <p>\(Sentences.statement(of: picture).text)</p>
            <figure class="panel chart"><div class="chart-wide">\(chart(of: reading, .wide, "wide").svg())</div>
            <div class="chart-narrow">\(chart(of: reading, .phone, "narrow").svg())</div>
            <figcaption><span>Flag \(number): the decision. <a href="\(page)">\(reading.heading)</a> has the \
            numbers.</span></figcaption></figure></section>
            """
    }

    private var number: Int { (reading?.annotations.count ?? 0) + 1 }

    private func chart(of reading: SeriesReading, _ size: ChartSize, _ prefix: String) -> ControlChart {
        var chart = SeriesChart.chart(of: reading, size: size, showsTitle: false, idPrefix: prefix)
        let day = decision.instant.day
        if reading.picture.chartedDays?.contains(day) == true {
            chart.notes.append(ChartNote(day: day, number: number, text: title))
        }
        return chart
    }

    // MARK: Forms

    private func followingUp(in frame: Frame) -> HTML {
        let form = forms.followUp
        let outcomes =
            [(value: "", label: "Choose")]
            + FollowUp.Outcome.allCases.map { ($0.rawValue, ReviewSentences.words(of: $0)) }
        let settling: HTML? =
            settled == nil
            ? nil
            : form.checks("settle", "The signal", of: [("yes", "It is settled with this")])
        let content: HTML = """
            \(form.origin)\(form.summary)
            \(form.choice("came", "Did what was expected come?", of: outcomes))
            \(form.paragraph("came-text", "What happened", isRequired: true))
            \(form.text("came-minutes", "How many minutes finding out took",
                hint: "Leave it empty if you don’t know.", options: .init(type: .number)))
            \(settling)<button>Save what came of it</button>
            """
        let sent = frame.form(to: .reviews(.followUp(unit.id, decision.id)), content: content)
        guard decision.followUp != nil else {
            return "<section class=\"panel\"><h2>What came of it?</h2>\(sent)</section>"
        }
        let isOpen = !form.problems.isEmpty || form.conflict != nil
        return """
            <details class="panel"\(isOpen ? " open" as HTML : "")><summary>Say better what came of it</summary>
            \(sent)</details>
            """
    }

    private func changing(in frame: Frame) -> HTML {
        let form = forms.decision
        let isOpen = !form.problems.isEmpty || form.conflict != nil
        return """
            <details class="panel"\(isOpen ? " open" as HTML : "")><summary>Change the decision</summary>
            <p>Minutes that have been closed stay as they are.</p>
            \(frame.form(to: decision.address, content: """
                \(form.origin)\(form.summary)\(asked.fields(form, known: decision.owner))<button>Save</button>
                """))</details>
            """
    }

    private var ways: [History.Way] {
        var ways: [History.Way] = []
        if mayRun { ways.append(.init(address: decision.address, names: Decision.deciding)) }
        if mayFollow {
            ways.append(
                .init(
                    address: .reviews(.followUp(unit.id, decision.id)),
                    names: Decision.following,
                    label: "Put what came back"
                )
            )
        }
        return ways
    }

    private func deletion(in frame: Frame) -> HTML {
        """
        <section class="panel"><h2>Delete it</h2><p>It goes into the bin and can be taken out again for 30 days. What \
        the ledger says of its signal stays.</p>
        \(frame.form(
            to: .reviews(.deletedDecision(unit.id, decision.id)),
            content: "<button class=\"quiet\">Delete the decision</button>"
        ))</section>
        """
    }
}
