import Markup
import Sightline

/// The form that puts a thing into the bin, and asks why.
enum DeletionForm {
    private static let field = "delete-reason"
    private static let longest = 1_000

    static func html(to address: Address, in frame: Frame) -> HTML {
        frame.form(
            to: address,
            content: """
                \(FormState().text(field, "Why (optional)", options: .init(longest: longest)))
                <button class="quiet">Delete it</button>
                """
        )
    }

    /// The form folded away, below what goes into the bin with the thing.
    static func folded(_ summary: String, _ words: String, to address: Address, in frame: Frame) -> HTML {
        """
        <details class="panel no-print"><summary>\(summary)</summary>
        <p>\(words)</p>
        \(html(to: address, in: frame))</details>
        """
    }

    /// Why the thing is deleted, no longer than the form lets anyone type.
    static func reason(in form: Form) -> String { String(form[field].prefix(longest)) }
}
