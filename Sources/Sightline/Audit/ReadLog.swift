import Synchronization

/// What a request was shown that units keep to themselves, noted by those who read it for the request.
package final class ReadLog: Sendable {
    private let found = Mutex<[Measure.ID: Measure]>([:])
    private let opened = Mutex<[String: AuditEntry.Subject]>([:])
    private let taken = Mutex<[AuditEntry]>([])

    package init() {}

    /// Notes those that a unit keeps.
    package func note(_ measures: some Sequence<Measure>) {
        let kept = measures.filter(\.isKept)
        guard !kept.isEmpty else { return }
        found.withLock { noted in
            for measure in kept { noted[measure.id] = measure }
        }
    }

    /// Notes something else that a unit keeps.
    package func note(_ subject: AuditEntry.Subject) {
        opened.withLock { $0["\(subject.kind.rawValue) \(subject.id)"] = subject }
    }

    /// Notes what is taken away in a file: that is told each time.
    package func note(_ entries: [AuditEntry]) { taken.withLock { $0 += entries } }

    package var exports: [AuditEntry] { taken.withLock { $0 } }

    /// What else was noted, by name.
    package var subjects: [AuditEntry.Subject] {
        opened.withLock { Array($0.values) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The measures that were noted, by title.
    package var measures: [Measure] {
        found.withLock { Array($0.values) }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
}
