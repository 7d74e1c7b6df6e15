import Markup
import Sightline

extension TheoryHistoryPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(programme.address.path)">\(programme.title)</a></p><h1>\(title)</h1>
        <p>Every change of a node, an arrow or its evidence is kept. Choose a version, or a day, to see the \
        theory as it stood; choose another one to see what is different.</p>
        \(history.versions.isEmpty ? "<p>\(told)</p>" as HTML : nil)</div>
        \(history.versions.isEmpty ? nil : controls)
        \(problem.map { "<p class=\"error-summary\" role=\"alert\">\($0)</p>" as HTML })
        \(problem == nil ? shown.map(theory) : nil)
        \(versions)
        </div>
        """
    }

    private var told: String { ListSentences.versions(history.versions.map(\.instant)) }

    // MARK: Choosing

    private var controls: HTML {
        let count = history.versions.count
        let others =
            [(value: "", label: "Nothing: only show it")]
            + history.versions.reversed().map {
                ("\($0.number)", "Version \($0.number), \($0.instant.words)")
            }
        let slider: HTML = """
            <div class="field"><label for="version">Version, from 1 to \(count)</label>\
            <input id="version" name="\(Asked.version)" type="range" min="1" max="\(count)" step="1" \
            value="\(form.typed[Asked.version])" list="versions">\
            <datalist id="versions">\(history.versions.map { "<option value=\"\($0.number)\"></option>" as HTML })\
            </datalist></div>
            """
        return """
            <form class="filters panel no-print" method="get" action="\(address.path)">
            \(slider)
            \(form.text(Asked.day, "Or as it stood on", options: .init(type: .date)))
            \(form.choice(Asked.against, "Compare with", of: others))
            <button>Show it</button></form>
            """
    }

    // MARK: What stood

    private func theory(at version: TheoryHistory.Version) -> HTML {
        var drawing = drawing(of: version)
        let isNewest = version.number == history.versions.count
        let changes = against.map { comparison(from: $0, to: version) }
        if let changes { drawing.marks = { line in Self.marks(of: line, changes) } }
        let newest = isNewest ? ", as it is now" : ""
        return """
            \(against.map { difference(from: $0, to: version) })
            <section><h2>Version \(version.number) of \(history.versions.count), \(version.instant.words)\(newest)</h2>
            \(drawing.figure)\(drawing.outline)
            <p class="muted">The states of the arrows are told from the cycles that were closed by then and the \
            evidence that was attached by then; whether a signal or a story counts is told from how it stands \
            today.</p></section>
            """
    }

    private static func marks(of line: Theory.Line, _ changes: TheoryComparison) -> [HTML] {
        let node = changes.change(of: line.node.id).map { mark($0, "") }
        let link = line.link.flatMap { changes.change(of: $0.id) }.map { mark($0, "arrow ") }
        return [node, link].compactMap { $0 }
    }

    private static func mark(_ change: TheoryComparison.Change, _ what: String) -> HTML {
        """
        <span class="tag"><span aria-hidden="true">\(change.sign)</span> \(what)\(change.word.lowercased())</span>
        """
    }

    private func difference(from old: TheoryHistory.Version, to new: TheoryHistory.Version) -> HTML {
        let (before, after) = (history.theory(at: old.instant), history.theory(at: new.instant))
        let changes = TheoryComparison(from: before, to: after)
        let told = sentences(of: changes, from: before, to: after)
        let signs = changes.nodes.map(\.change) + changes.links.map(\.change) + changes.evidence.map(\.change)
        let items = zip(signs, told).map { change, sentence -> HTML in
            "<li><span aria-hidden=\"true\">\(change.sign)</span> \(sentence)</li>"
        }
        let list: HTML =
            "<p>\(KeptSentences.differences(items.count))</p>\(items.isEmpty ? nil : "<ul>\(items)</ul>" as HTML)"
        return """
            <section class="panel"><h2>What is different from version \(old.number), \(old.instant.words)</h2>
            \(list)</section>
            """
    }

    // MARK: All versions

    private var versions: HTML? {
        guard !history.versions.isEmpty else { return nil }
        let rows = history.versions.reversed().map { version -> HTML in
            let told = sentences(of: version).map { "<li>\($0)</li>" as HTML }
            let number = "\(version.number)"
            let see = address.path([Asked.version: number])
            let compare: HTML? =
                version.number == 1
                ? nil
                : """
                <a href="\(address.path([Asked.version: number, Asked.against: "\(version.number - 1)"]))">What \
                changed<span class="visually-hidden"> in version \(number)</span></a>
                """
            let isShown = version == shown
            return """
                <tr><th scope="row" class="number" data-name="Version"><a href="\(see)"\
                \(isShown ? " aria-current=\"true\"" as HTML : "")>\(number)</a></th>\
                <td data-name="When">\(version.instant.words)</td><td data-name="Who">\(version.author)</td>\
                <td data-name="What" class="prose"><ul>\(told)</ul></td><td>\(compare)</td></tr>
                """
        }
        return """
            <section><h2 id="all-versions">All versions</h2><p>\(told)</p>
            <div class="scroll" role="region" aria-labelledby="all-versions" tabindex="0"><table class="carded">
            <thead><tr><th scope="col" class="number">Version</th><th scope="col">When</th><th scope="col">Who</th>
            <th scope="col">What</th><th scope="col">Compare</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }
}
