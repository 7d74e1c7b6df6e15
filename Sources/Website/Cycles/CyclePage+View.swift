import Markup
import Sightline
import Statistics

extension CyclePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">Cycle \(cycle.number) of <a \
        href="\(Address.theoryNode(programme.unit, programme.id, idea.id).path)">\(idea.title)</a>, \
        <a href="\(programme.address.path)">\(programme.title)</a></p><h1>\(cycle.question)</h1>
        <p class="line"><span class="tag">\(cycle.standing)</span> <span class="muted">Planned by \
        \(cycle.author.name), \(cycle.instant.words)</span></p></div>
        \(reading.mayRecord ? next(in: frame) : nil)
        \(predictions)
        \(record)
        \(advice)
        \(ramp)
        \(StoryList(stories: stories).section(tell: reading.wayToTell(of: cycle.id.pathText)))
        \(reading.mayRecord && (cycle.phase == .do || cycle.phase == .study) ? predictingAgain(in: frame) : nil)
        </div>
        """
    }

    // MARK: What is on record

    private var predictions: HTML {
        let items = own.predictions.map { prediction -> HTML in
            let lock: HTML =
                prediction.version > 1
                ? """
                <span class="tag">version \(prediction.version)</span> Written beside it because \
                \(prediction.reason)
                """
                : cycle.locked.map {
                    "<span class=\"tag\">locked</span> on \($0.words), when <em>do</em> began"
                }
                    ?? "<span class=\"tag\">not locked yet</span>"
            return """
                <li><p>\(prediction.text)</p>\(expected(prediction))
                <p class="muted">\(lock) (\(prediction.author.name), \(prediction.instant.words))</p></li>
                """
        }
        return "<section><h2>Prediction</h2><ol>\(items)</ol></section>"
    }

    private func expected(_ prediction: Prediction) -> HTML? {
        guard let measure = cycle.measure else { return nil }
        let direction = prediction.direction.map { ": \($0.words.lowercased())" } ?? ""
        let format = reading.reader.measures[measure]?.format
        let size = prediction.size.map { " by \(format?.text($0) ?? "\($0)")" } ?? ""
        let by = prediction.by.map { ", by \($0.words)" } ?? ""
        let text = "\(reading.title(of: measure))\(direction)\(size)\(by)"
        guard let series else { return "<p>\(text)</p>" }
        return "<p><a href=\"\(Address.series(programme.unit, series).path)\">\(text)</a></p>"
    }

    private var record: HTML {
        let facts: [(String, String)] = [
            ("What", cycle.plan.what), ("Who", cycle.plan.who), ("When", cycle.plan.when),
            ("Where", cycle.plan.place), ("How small", cycle.scaleWords),
            ("Began", cycle.began?.words ?? ""), ("What happened", cycle.happened),
            ("Beside the prediction", cycle.outcome?.words ?? ""), ("What was learned", cycle.learned),
            ("Decision", cycle.decision?.word ?? ""), ("Why", cycle.decisionReason),
            ("Level", cycle.context.level?.words ?? ""), ("Who was part of it", cycle.context.population),
            ("What had to be in place", cycle.context.needed),
        ]
        let rows = facts.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML }
        guard !rows.isEmpty else { return "" }
        return "<section><h2>Record</h2><div class=\"panel\"><dl class=\"facts\">\(rows)</dl></div></section>"
    }

    private var advice: HTML {
        let items = Fidelity.Feature.allCases.map { feature -> HTML in
            let isMet = own.fidelity.met.contains(feature)
            let more = isMet || cycle.phase == .plan ? "" : " \(feature.advice)"
            return "<li><strong>\(isMet ? "Yes" : "Not yet"):</strong> \(feature.words).\(more)</li>"
        }
        return """
            <section><h2>How it is done as a test</h2>
            <p class="muted">Found from this record; nobody types it. It is advice, and stops nothing.</p>
            <ul>\(items)</ul></section>
            """
    }

    private var ramp: HTML {
        let cycles = reading.readings.filter { $0.ramp == own.ramp }
        return "<section><h2>Its ramp</h2>\(RampsView(readings: cycles, reading: reading).html)</section>"
    }

    // MARK: What comes next

    private func next(in frame: Frame) -> HTML {
        switch cycle.phase {
        case .plan: panel("Begin", startForm(in: frame))
        case .do: panel("What happened?", studyForm(in: frame))
        case .study: panel("Decide", closureForm(in: frame))
        case .closed: goingOn
        }
    }

    private func panel(_ heading: String, _ content: HTML) -> HTML {
        "<section class=\"panel\"><h2>\(heading)</h2>\(content)</section>"
    }

    private var goingOn: HTML {
        let path = Address.newCycle(programme.unit, programme.id, idea.id).path(["from": cycle.id.pathText])
        return "<p><a class=\"button\" href=\"\(path)\">Go on with a next cycle</a></p>"
    }

    private func startForm(in frame: Frame) -> HTML {
        let form = forms.start
        return """
            <p>The prediction is locked from then on.</p>
            \(frame.form(to: .cycleStart(programme.unit, programme.id, cycle.id), content: """
                \(form.summary)
                \(form.text("began", "On which day it began", options: .init(type: .date, isRequired: true)))
                <button>Begin</button>
                """))
            <p><a href="\(Address.cyclePlan(programme.unit, programme.id, cycle.id).path)">Change the plan</a></p>
            """
    }

    private func studyForm(in frame: Frame) -> HTML {
        let form = forms.study
        let outcomes = [(value: "", label: "Choose")] + Cycle.Outcome.allCases.map { ($0.rawValue, $0.words) }
        return frame.form(
            to: .cycleStudy(programme.unit, programme.id, cycle.id),
            content: """
                \(form.summary)
                \(form.paragraph("happened", "What happened", hint: "Surprises too.", isRequired: true))
                \(form.choice("prediction-outcome", "Was the prediction right?", of: outcomes))
                <button>Record it</button>
                """
        )
    }

    private func closureForm(in frame: Frame) -> HTML {
        let form = forms.closure
        let decisions =
            [(value: "", label: "Choose")] + Cycle.Decision.allCases.map { ($0.rawValue, $0.words) }
        return frame.form(
            to: .cycleClosure(programme.unit, programme.id, cycle.id),
            content: """
                \(form.summary)
                \(form.paragraph("learned", "What we learned", isRequired: true))
                \(form.choice("decision", "Decision", of: decisions))
                \(form.paragraph("decision-reason", "Why", isRequired: true))
                <button>Close the cycle</button>
                """
        )
    }

    private func predictingAgain(in frame: Frame) -> HTML {
        let form = forms.prediction
        return """
            <details class="panel"\(form.problems.isEmpty ? "" as HTML : " open")><summary>Predict something \
            else now</summary>
            <p>The locked prediction stays, and the new one stands beside it.</p>
            \(frame.form(to: .cyclePredictions(programme.unit, programme.id, cycle.id), content: """
                \(form.summary)
                \(form.paragraph("prediction", "Prediction", isRequired: true))
                \(form.paragraph("prediction-reason", "Why you predict something else now", isRequired: true))
                <button>Put it beside</button>
                """))</details>
            """
    }
}
