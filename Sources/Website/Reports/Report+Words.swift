import Sightline
import Storage

extension Report.Block.Kind {
    var word: String {
        switch self {
        case .heading: "Heading"
        case .words: "Words"
        case .chart: "Chart"
        case .drawing: "Drawing"
        case .story: "Story"
        }
    }

    /// What stands in its place for someone who may not see it; the same where it isn't there any more.
    var hiddenSentence: String {
        switch self {
        case .chart: "A chart stands here that isn’t shared with you, or isn’t there any more."
        case .drawing: "A drawing stands here that isn’t shared with you, or isn’t there any more."
        case .story: "A story stands here that isn’t shared with you, or isn’t there any more."
        case .heading, .words: ""
        }
    }

    /// The same for whoever has a public link.
    var notPublicSentence: String {
        switch self {
        case .chart: "A chart stands here that isn’t public."
        case .drawing: "A drawing stands here that isn’t public."
        case .story: "A story stands here that isn’t public."
        case .heading, .words: ""
        }
    }
}

extension ReportProblem {
    var problem: FormState.Problem { .init(field, sentence) }

    private var sentence: String {
        switch reason {
        case .missing:
            field.hasPrefix("chart") || field.hasPrefix("drawing") || field.hasPrefix("story")
                ? "Choose one from the list." : "This is needed."
        case .tooLong(let most): "Use at most \(most) characters."
        case .tooMany(let most): "A page has at most \(most) blocks: remove one first, or begin another page."
        }
    }
}

extension Readership {
    /// The written page that an address names, with its unit.
    ///
    /// - Throws: `Failure.notFound` where there is none, or it is another unit's.
    func report(
        at address: (unit: Unit.ID, report: Report.ID),
        on connection: any SQLConnection
    ) throws -> (Unit, Report) {
        guard let unit = tree[address.unit],
            let report = try ReportStore.find(address.report, on: connection), report.unit == unit.id
        else { throw Failure.notFound }
        return (unit, report)
    }
}
