import Markup
import Sightline
import Storage

/// The way to make a public link to the theory of a programme, for those who may share it.
struct ProgrammeSharing: Sendable {
    private let programme: Programme
    private let mayShare: Bool

    init(of reading: ProgrammeReading, for visit: Visit, on connection: any SQLConnection) throws {
        programme = reading.programme
        mayShare = reading.reader.may(.share, programme)
    }

    func html(in frame: Frame) -> HTML? {
        guard mayShare else { return nil }
        return """
            <details class="panel no-print"><summary>Make a public link to the theory</summary>
            <p>Whoever has the link sees the aim, the drivers, the change ideas and the arrows with their reasons, \
            without signing in; no cycle, no judgement and no name, of the evidence only the outside studies, and of \
            its measures only those that a public link shows already. It can be revoked at any time.</p>
            \(frame.form(to: .programmeLinks(programme.unit, programme.id), content: """
                \(FormState().text("link-days", Self.label, hint: Self.hint, options: .init(type: .number)))
                <button>Make the link</button>
                """))
            <p><a href="\(Address.sharing(programme.unit).path)">What we share</a></p></details>
            """
    }

    private static let label = "For how many days (optional)"
    private static let hint = "Leave it empty for a link that holds until it is revoked."
}
