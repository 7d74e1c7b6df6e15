import Exchange
import Markup
import Sightline
import Storage

/// Making the measures of a pack in a unit: which unit, what would be made, and what is there already.
struct PackUsePage: Page {
    let unit: Unit
    let pack: Pack
    let version: PackVersion
    /// Where the visitor may define measures.
    let targets: [(unit: Unit, path: String)]
    /// The unit that was chosen, with what would become of the measures there.
    let chosen: (unit: Unit, plan: PackPlan)?
    /// The measures of the plan that are there and that the visitor may read.
    let readable: Set<Measure.ID>
    var form: FormState

    var title: String { "Use the measures of “\(version.header.title)”" }
    var section: Section? { .measures }

    /// - Parameter target: the unit that was chosen, as a form says it; empty where none was.
    init(
        of address: (unit: Unit.ID, pack: Pack.ID),
        into target: String,
        version asked: String,
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        (unit, pack) = try reader.pack(at: address, on: connection)
        let versions = try PackStore.versions(of: pack.id, on: connection)
        let shown = try PackPage.Shown(of: pack, versions, asked, on: connection)
        version = shown.version
        targets = reader.tree.units.filter { reader.may(.editMeasures, on: $0.id) }.map { unit in
            (unit, (reader.tree.ancestors(of: unit.id).map(\.name) + [unit.name]).joined(separator: ", "))
        }
        form = FormState(["into": target])
        guard let content = shown.content, !target.isEmpty else {
            (chosen, readable) = (nil, [])
            return
        }
        // The gate has looked at the pack: the unit that the measures are for is looked at here.
        guard let into = targets.first(where: { $0.unit.id.pathText == target })?.unit else {
            form.problems = [.init("into", "Choose a unit from the list.")]
            (chosen, readable) = (nil, [])
            return
        }
        let plan = try PackPlan(content, in: into, on: connection)
        chosen = (into, plan)
        readable = Set(
            plan.rows.compactMap { row in
                guard case .there(let id) = row.outcome, let measure = reader.measures[id] else { return nil }
                return reader.may(.read, measure, in: into.id) ? id : nil
            }
        )
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(pack.address.path)">\(version.header.title)</a>, version \
        \(version.number)</p><h1>\(title)</h1>
        <p>Each becomes a measure of the unit, without numbers, and says that it comes from this pack. When the pack \
        has a newer version, its page says so; a measure never changes by itself.</p></div>
        \(targets.isEmpty ? Self.nowhere : choosing)
        \(chosen.map { preview($0.unit, $0.plan, in: frame) })
        </div>
        """
    }

    private static let nowhere: HTML = """
        <p class="panel">There is no unit in which you may define measures: ask an editor of yours.</p>
        """

    private var choosing: HTML {
        let choices = targets.map { (value: $0.unit.id.pathText, label: $0.path) }
        return """
            <form class="form" method="get" action="\(Address.packs(.use(unit.id, pack.id)).path)">
            \(form.summary)
            <input type="hidden" name="\(PackPage.parameter)" value="\(version.number)">
            \(form.choice("into", "Use these measures in", of: choices))
            <button class="quiet">Look at what would be made</button></form>
            """
    }

    private func preview(_ target: Unit, _ plan: PackPlan, in frame: Frame) -> HTML {
        let rows = plan.rows.map { row -> HTML in
            """
            <tr><th scope="row" class="prose" data-name="Measure">\(row.packed.measure.title)</th>\
            <td data-name="What happens" class="prose">\(words(of: row.outcome, in: target))</td></tr>
            """
        }
        let count = plan.new.count
        let button: HTML =
            count == 0
            ? ""
            : frame.form(
                to: .packs(.use(unit.id, pack.id)),
                content: """
                    <input type="hidden" name="into" value="\(target.id.pathText)">\
                    <input type="hidden" name="\(PackPage.parameter)" value="\(version.number)">
                    <button>Make \(PackSentences.measures(count)) in \(target.name)</button>
                    """
            )
        let told = PackSentences.plan(
            plan.rows.count,
            new: count,
            keeper: plan.keeper.map { _ in target.name }
        )
        return """
            <section><h2 id="plan">In \(target.name)</h2><p>\(told)</p>
            <div class="scroll" role="region" aria-labelledby="plan" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Measure</th><th scope="col">What happens</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>\(button)</section>
            """
    }

    private func words(of outcome: PackPlan.Outcome, in target: Unit) -> HTML {
        switch outcome {
        case .new: "It will be made"
        case .there(let id) where readable.contains(id):
            "A measure of this title is there: <a href=\"\(Address.measure(target.id, id).path)\">it stays as it is</a>"
        case .there: "A measure of this title is there: it stays as it is"
        case .keyTaken: "Another measure has its key, perhaps one in the bin: it is not made"
        }
    }
}
