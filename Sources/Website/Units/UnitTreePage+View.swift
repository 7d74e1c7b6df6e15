import Markup
import Sightline

extension UnitTreePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Units</h1>
        <p class="lede">The community, its places, their organisations and teams: \(tree.units.count) in \
        all.</p>
        <div class="panel"><ul class="tree">\(tree.roots.map(branch))</ul></div>
        \(hint)
        </div>
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
        let below: HTML? = children.isEmpty ? nil : "<ul>\(children.map(branch))</ul>"
        let code = unit.code.map { "<span class=\"muted small\">\($0)</span>" as HTML }
        let membership: HTML? =
            unit.membership == .joined ? nil : "<span class=\"tag\">\(unit.membership.word)</span>"
        return """
            <li><div class="tree-row">
            <a class="name" href="\(Address.unit(unit.id).path)">\(unit.name)</a>
            <span class="muted small">\(unit.kind.word)</span>\(code)\(membership)
            <a class="change" href="\(Address.unitSettings(unit.id).path)">Details\
            <span class="visually-hidden"> of \(unit.name)</span></a>
            </div>\(below)</li>
            """
    }
}
