import Markup
import Sightline
import Statistics
import Storage

/// A written page as it was frozen.
struct SnapshotPage: Page {
    let unit: Unit
    let report: Report
    let snapshot: Snapshot
    let blocks: [ShownBlock]
    let mayWrite: Bool

    var title: String { "\(snapshot.title), as it stood on \(snapshot.instant.day.words)" }
    var section: Section? { .home }

    /// - Throws: `Failure.notFound` where there is none, or it is another page's.
    init(
        of address: (unit: Unit.ID, report: Report.ID, snapshot: Snapshot.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        (unit, report) = try reader.report(at: (address.unit, address.report), on: connection)
        guard let found = try SnapshotStore.find(address.snapshot, on: connection), found.report == report.id
        else { throw Failure.notFound }
        snapshot = found
        blocks = try ReportReader.someone(reader).blocks(of: found, on: connection)
        mayWrite = reader.may(.writeReports, report)
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack"><article class="stack">
        <header><p class="kicker"><a href="\(report.address.path)">\(report.title), as it is now</a></p>
        <h1>\(snapshot.title)</h1>
        <p class="line"><span class="tag">Snapshot</span> <span class="muted">As it stood on \
        \(snapshot.instant.words), frozen by \(snapshot.author.name)\(note)</span></p>
        <p class="lede">\(snapshot.summary)</p></header>
        \(blocks.html(isPublic: false) { wayToNow(of: $0) })
        <footer class="small"><p>\(soundness)</p><p>SHA-256: <code class="digest">\(snapshot.sha256)</code></p>
        <p class="muted">It is reckoned over everything that is frozen here, and over a random number that is shown to \
        nobody, so that nothing kept can be guessed from it. The audit trail of \(unit.name) has it too.</p></footer>
        </article>
        \(mayWrite ? deletion(in: frame) : nil)
        </div>
        """
    }

    private var note: String { snapshot.note.isEmpty ? "" : ": \(snapshot.note)" }

    private var soundness: HTML {
        let told = KeptSentences.soundness(snapshot.isSound)
        return snapshot.isSound ? "\(told)" : "<strong>\(told)</strong>"
    }

    /// To the same block of the page as it is now, where it has it still.
    private func wayToNow(of block: ShownBlock) -> HTML? {
        guard !block.kind.isText, !block.isHidden, report[block.number] != nil else { return nil }
        return """
            <p class="no-print"><a href="\(report.address.path)#block-\(block.number)">As it is now<span \
            class="visually-hidden">: \(block.kind.word.lowercased()) \(block.number)</span></a></p>
            """
    }

    private func deletion(in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete this snapshot",
            "It goes into the bin, and can be taken out again for 30 days.",
            to: .reports(.deletedSnapshot(unit.id, report.id, snapshot.id)),
            in: frame
        )
    }
}
