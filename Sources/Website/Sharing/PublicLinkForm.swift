import Markup
import Sightline

/// The form that makes a public link, which is the same whatever the link shows.
enum PublicLinkForm {
    private static let days = "link-days"

    static func html(to address: Address, in frame: Frame) -> HTML {
        frame.form(
            to: address,
            content: """
                \(FormState().text(days, label, hint: hint, options: .init(type: .number)))
                <button>Make the link</button>
                """
        )
    }

    private static let label = "For how many days (optional)"
    private static let hint = "Leave it empty for a link that holds until it is revoked."

    /// Until when the link is to hold; nil for one that holds until it is revoked.
    static func expiry(in form: Form, at now: Timestamp) throws -> Timestamp? {
        guard let text = form.optional(days) else { return nil }
        let most = PublicLinkStore.mostDays
        guard let days = Int64(text), (1...Int64(most)).contains(days) else {
            throw Failure.badRequest(
                "A public link holds from 1 to \(most) days: go back and type how many, or nothing."
            )
        }
        return now.advanced(bySeconds: days * 86_400)
    }
}
