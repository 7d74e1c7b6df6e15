import Sightline

/// A form could not be taken, and what was typed into it is kept for whoever sent it.
struct KeptForm: Error {
    /// Why it could not be taken.
    let underlying: any Error
    let secret: Secret
    /// Where the form comes back, filled in.
    let place: String
}

/// A form of this site with the token of an earlier session: someone signed in again while it was open.
struct StaleForm: Error {
    let form: Form
    let hadFile: Bool
}

extension Draft {
    /// Where it comes back: its page, at the form.
    var place: String { "\(page)?\(Notice.parameter)=\(Notice.formKept.rawValue)#\(Self.fragment)" }

    /// The id of the form on its page.
    static let fragment = "draft"
}
