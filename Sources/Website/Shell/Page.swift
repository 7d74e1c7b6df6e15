package import Markup
import Sightline

/// What a page shows, without the frame around it: a model made inside the transaction, drawn outside it.
///
/// A page is two files, `XPage.swift` with what it knows and `XPage+View.swift` with how it looks. A view has
/// no connection, so that it can't reach the database.
package protocol Page: Sendable {
    /// Names the page in the window's title and in history.
    var title: String { get }

    /// The part of the site that it belongs to, marked in the navigation.
    var section: Section? { get }

    /// Whether it stands by itself, without a way into the rest of the site.
    var isBare: Bool { get }

    /// Everything inside `main`, starting with an `h1`.
    func content(in frame: Frame) -> HTML
}

extension Page {
    package var isBare: Bool { false }
}

/// A part of the site in its navigation.
package enum Section: CaseIterable, Sendable {
    case home, measures, signals, reviews, programmes, units, imports, people, coaching

    /// What one must be permitted to do in a unit to enter it there; nil for what is for everyone signed in.
    var action: Action? {
        switch self {
        case .home, .measures, .signals, .reviews, .programmes: .read
        case .imports: .recordData
        case .people: .managePeople
        case .units, .coaching: nil
        }
    }
}
