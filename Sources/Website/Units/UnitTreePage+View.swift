import Markup
import Sightline

extension UnitTreePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Units</h1>
        <p class="lede">\(ListSentences.units(tree.units))</p>
        \(searching)
        \(found.map(results) ?? wholeTree)
        \(hint)
        </div>
        """
    }

    private var wholeTree: HTML {
        "<div class=\"panel\"><ul class=\"tree\">\(tree.roots.map(branch))</ul></div>"
    }

    private var searching: HTML {
        let reset: HTML? =
            found == nil ? nil : "<a class=\"button quiet\" href=\"\(Address.units.path)\">Show all</a>"
        return """
            <form class="search" role="search" action="\(Address.units.path)">
            \(search.text(Self.searchField, "Find a unit by its name or code"))
            <div class="actions"><button>Find</button>\(reset)</div></form>
            """
    }

    private func results(_ units: [Unit]) -> HTML {
        let told = HomeSentences.found(min(units.count, Self.mostFound), of: units.count)
        guard !units.isEmpty else { return "<p class=\"empty\">\(told)</p>" }
        let items = units.prefix(Self.mostFound).map { unit -> HTML in
            let above = tree.path(of: unit.id).dropLast().joined(separator: " / ")
            return "<li>\(row(unit))<span class=\"muted small\">\(above)</span></li>"
        }
        return """
            <p role="status">\(told)</p>
            <div class="panel"><ul class="tree found">\(items)</ul></div>
            """
    }

    private var hint: HTML? {
        guard mayEdit else { return nil }
        return """
            <p class="muted">To add, rename or move a unit, or to note that it joined, paused or left, \
            choose <em>Details</em>.</p>
            """
    }

    private func branch(_ unit: Unit) -> HTML {
        let children = tree.children(of: unit.id)
        guard !children.isEmpty else { return "<li>\(row(unit))</li>" }
        let below: HTML = "<ul>\(children.map(branch))</ul>"
        guard isFolded(unit) else { return "<li>\(row(unit))\(below)</li>" }
        let count = tree.subtree(of: unit.id).count - 1
        return """
            <li>\(row(unit))<details><summary>\(HomeSentences.below(count))\
            <span class="visually-hidden"> \(unit.name)</span></summary>\(below)</details></li>
            """
    }

    private func row(_ unit: Unit) -> HTML {
        let code = unit.code.map { "<span class=\"muted small\">\($0)</span>" as HTML }
        let membership: HTML? =
            unit.membership == .joined ? nil : "<span class=\"tag\">\(unit.membership.word)</span>"
        return """
            <div class="tree-row">
            <a class="name" href="\(Address.unit(unit.id).path)">\(unit.name)</a>
            <span class="muted small">\(unit.kind.word)</span>\(code)\(membership)
            <a class="change" href="\(Address.unitSettings(unit.id).path)">Details\
            <span class="visually-hidden"> of \(unit.name)</span></a>
            </div>
            """
    }
}
