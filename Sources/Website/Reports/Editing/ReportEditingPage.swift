import Sightline
import Storage

/// A written page while it is written: its blocks one under the other, each with its form.
struct ReportEditingPage: Page {
    let unit: Unit
    let report: Report
    let choices: BlockChoices
    let revision: Int
    /// What is looked for among the charts.
    let find: String
    /// The names of what blocks show, by their numbers; none of what the visitor may not see.
    let names: [Int: String]
    /// The form of a block that was not taken.
    var blockForm: (number: Int, form: FormState)?
    /// The form of a new block that was not taken.
    var newForm: (kind: Report.Block.Kind, form: FormState)?

    var title: String { "Write “\(report.title)”" }
    var section: Section? { .home }

    init(
        of address: (unit: Unit.ID, report: Report.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        (unit, report) = try reader.report(at: address, on: connection)
        find = visit.query[BlockChoices.find]
        choices = try BlockChoices(of: unit.id, for: reader, finding: find, on: connection)
        revision = try RevisionStore.newest(.report, report.id, on: connection)
        let words = try BlockWords(for: reader, on: connection)
        names = try Dictionary(
            report.blocks.filter { !$0.kind.isText }.compactMap { block in
                try words.name(of: block).map { (block.number, $0) }
            }
        ) { first, _ in first }
    }

    /// The name of the field that a new block of a kind is typed into.
    static func newField(_ kind: Report.Block.Kind) -> String { "new-\(kind.rawValue)" }

    /// The form of a block with what it says now.
    func form(of block: Report.Block) -> FormState {
        if let blockForm, blockForm.number == block.number { return blockForm.form }
        return FormState([.init(block.field, block.value)], revision: revision)
    }

    func form(ofNew kind: Report.Block.Kind) -> FormState {
        if let newForm, newForm.kind == kind { return newForm.form }
        return FormState()
    }

    /// Choices for a block that there is: what it shows now first, though it may be something that isn't in the list.
    func choices(for block: Report.Block) -> [BlockChoices.Choice] {
        let all = choices.choices(of: block.kind)
        guard !all.contains(where: { $0.value == block.value }) else { return all }
        return [(block.value, names[block.number] ?? BlockWords.unknown(block.kind))] + all
    }
}
