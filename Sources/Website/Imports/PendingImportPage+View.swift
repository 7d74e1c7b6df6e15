import Drawing
import Exchange
import Markup
import Sightline
import Statistics
import Storage

extension PendingImportPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Check \
        \(pending.fileName)</h1><p>\(summary)</p>\(manner)\(before)</div>
        \(problems)
        \(doubts)
        \(preview)
        \(decision(in: frame))
        </div>
        """
    }

    private var summary: String {
        ImportSentences.preview(
            rows: reading.rows,
            badRows: reading.badRows,
            series: reading.proposals.count,
            newSeries: outcome.newSeries,
            outcome.changes
        )
    }

    /// How the file was read, where that isn't plain.
    private var manner: HTML? {
        var sentences: [String] = []
        switch reading.separator {
        case .comma: break
        case .semicolon: sentences.append("Its fields are parted by semicolons.")
        case .tab: sentences.append("Its fields are parted by tabs.")
        }
        if let example = reading.dateForms[.dayMonthYear] {
            sentences.append(
                "Dates such as \(example) were read as day/month/year, because every one with slashes can be."
            )
        }
        if let example = reading.dateForms[.monthName] {
            sentences.append("Dates such as \(example) were read as a month and its year.")
        }
        return sentences.isEmpty ? nil : "<p>\(sentences.joined(separator: " "))</p>"
    }

    private var doubts: HTML? {
        guard !warnings.isEmpty else { return nil }
        return """
            <section class="panel doubt"><h2>Look twice</h2>
            <p>\(ImportSentences.doubts(warnings.count))</p>
            <ul>\(warnings.map { "<li>\($0.sentence)</li>" as HTML })</ul></section>
            """
    }

    private var before: HTML? {
        recordedBefore.map { recording in
            """
            <p class="muted">The same file was recorded on \(recording.instant.words)
            by \(recording.author.name).</p>
            """
        }
    }

    private var problems: HTML? {
        guard reading.problemCount > 0 else { return nil }
        let rows = reading.problems.map { problem -> HTML in
            """
            <tr><td class="number">\(problem.line)</td><td>\(problem.column ?? "")</td><td>\(problem.text)</td>\
            <td>\(problem.onPage)</td></tr>
            """
        }
        let told = ImportSentences.problems(
            reading.problemCount,
            shown: reading.problems.count,
            canSkip: !reading.proposals.isEmpty && outcome.changes.isChange
                && reading.isRecordable(pending.mode, skippingBadRows: true)
        )
        return """
            <section class="panel wrong"><h2 id="problems">\(ImportSentences.wrong(badRows: reading.badRows))</h2>
            <p>\(told)</p>
            <div class="scroll" role="region" aria-labelledby="problems" tabindex="0"><table>
            <thead><tr><th scope="col" class="number">Row</th><th scope="col">Column</th><th \
            scope="col">Text</th>
            <th scope="col">What is \
            wrong</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private var preview: HTML? {
        guard !series.isEmpty else { return nil }
        return """
            <section><h2 id="series">What it would make of the series</h2>\(Icon.definitions)
            <p>\(ImportSentences.series(series.count, of: reading.proposals.count))</p>
            <div class="scroll" role="region" aria-labelledby="series" tabindex="0"><table class="preview">
            <thead><tr><th scope="col">Measure</th><th scope="col">Unit</th><th scope="col">As it would \
            be</th>
            <th scope="col" class="number">Newest</th><th scope="col">It would say</th>
            <th scope="col" class="number">Periods now</th><th scope="col" class="number">Then</th>
            <th scope="col">Changes</th></tr></thead>
            <tbody>\(series.map(row))</tbody></table></div></section>
            """
    }

    private func row(of row: Row) -> HTML {
        let preview = row.preview
        let group: HTML? =
            preview.key.group.isEmpty ? nil : " <span class=\"muted\">\(preview.key.group)</span>"
        return """
            <tr><th scope="row">\(row.measure.title)\(group)</th><td>\(row.unit.name)</td>\
            \(row.isOutside ? Self.withheld : preview.picture.map(said) ?? Self.unsaid)\
            <td class="number">\(preview.countBefore)</td><td class="number">\(preview.countAfter)</td>\
            <td>\(ImportSentences.changes(preview.changes))</td></tr>
            """
    }

    /// Three cells: the chart in small, the newest value, and what it says.
    private func said(by picture: SeriesPicture) -> HTML {
        let analysis = picture.analysis
        let newest = analysis.newestPlotted.map { index in
            let period = picture.measure.definition.period.shortLabel(for: picture.observations.days[index])
            return "\(picture.measure.format.text(analysis.values[index])), \(period)"
        }
        let spark = Sparkline(analysis: analysis, summary: nil).svg()
        return """
            <td class="spark">\(spark)</td><td class="number">\(newest ?? "–")</td>\
            <td>\(Icon(analysis.variation).withWord)</td>
            """
    }

    private static let withheld: HTML = """
        <td colspan="3">Small numbers of this unit are withheld from you: no chart.</td>
        """

    private static let unsaid: HTML = """
        <td colspan="3">A number is too large or too small to be charted.</td>
        """

    private func decision(in frame: Frame) -> HTML {
        let discard = frame.form(
            to: .discardedImport(unit.id, pending.id),
            content: "<button class=\"quiet\">Throw it away</button>"
        )
        guard !reading.proposals.isEmpty, outcome.changes.isChange else {
            return "<section class=\"panel\"><h2>Nothing to record</h2>\(discard)</section>"
        }
        guard reading.isRecordable(pending.mode, skippingBadRows: true) else {
            return """
                <section class="panel"><h2>Mend the file first</h2>
                <p>This import removes the periods that the file leaves out. With bad rows left out it would \
                remove theirs too. Mend those rows and send the file again, or send it so that what it leaves \
                out stays as it is.</p>\(discard)</section>
                """
        }
        let skip: HTML =
            reading.problemCount == 0
            ? ""
            : "<input type=\"hidden\" name=\"skip-bad-rows\" value=\"yes\">"
        let label = reading.problemCount == 0 ? "Record it" : "Record the good rows and leave the others out"
        let confirm = frame.form(
            to: .pendingImport(unit.id, pending.id),
            content: "\(skip)<button>\(label)</button>"
        )
        return """
            <section class="panel"><h2>Record it?</h2><p>Reason: \(pending.reason)</p>
            <div class="actions">\(confirm)\(discard)</div></section>
            """
    }
}

extension ImportProblem {
    /// The sentence as a page says it: with a capital, with curly quotes, and with a full stop.
    fileprivate var onPage: String {
        var isOpen = false
        let text = sentence.map { character -> Character in
            guard character == "\"" else { return character }
            isOpen.toggle()
            return isOpen ? "“" : "”"
        }
        let last = text.last.map { ".?!".contains($0) } ?? true
        return text.prefix(1).map { $0.uppercased() }.joined() + String(text.dropFirst()) + (last ? "" : ".")
    }
}
