import Markup
import Sightline

/// The way to make a public link to the theory of a programme, for those who may share it.
struct ProgrammeSharing: Sendable {
    private let programme: Programme
    private let mayShare: Bool

    init(of reading: ProgrammeReading) {
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
            \(PublicLinkForm.html(to: .programmeLinks(programme.unit, programme.id), in: frame))
            <p><a href="\(Address.sharing(programme.unit).path)">What we share</a></p></details>
            """
    }
}
