import Drawing
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
        \(charts.section)
        \(reviewed.section(on: Day(today)))
        \(StoryList(stories: stories).section(tell: reading.wayToTell(of: cycle.id.pathText)))
        \(reading.mayRecord ? predictingAgain(in: frame) : nil)
        \(reading.mayRecord ? corrections(in: frame) : [])
        \(historySection(in: frame))
        \(reading.mayRecord ? deletion(in: frame) : nil)
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
        let time = cycle.phase == .closed ? nil : reading.timeToKnow(own, in: pictures)
        let know = time.map { "<p class=\"muted\"><strong>Time to know.</strong> \($0)</p>" as HTML }
        let told = CycleListSentences.predictions(items.count, isLocked: cycle.locked != nil)
        return "<section><h2>Prediction</h2><p>\(told)</p><ol>\(items)</ol>\(know)</section>"
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
            <p class="muted">\(CycleListSentences.features(own.fidelity.met.count, of: items.count))</p>
            <ul>\(items)</ul></section>
            """
    }

    private var ramp: HTML {
        let cycles = reading.readings.filter { $0.ramp == own.ramp }
        let ramps = RampsView(readings: cycles, reading: reading, pictures: pictures)
        return "<section><h2>Its ramp</h2>\(ramps.html)</section>"
    }
}
