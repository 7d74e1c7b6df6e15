import Markup

/// A page about a request that failed: a plain sentence, and what to do next.
struct FailurePage: Page {
    let failure: Failure
    /// Told to the visitor for unexpected errors, so that whoever runs the server can find the cause in the
    /// log.
    let requestID: String
    /// Where the form that couldn't be taken comes back with what was typed.
    var formPlace: String?

    var section: Section? { nil }

    var title: String {
        switch failure {
        case .signInNeeded: "Sign in"
        case .codeNeeded: "Set up one-time codes first"
        case .forbidden: "You can’t do this here"
        case .kept(let keeper, _): "\(keeper) keeps this to itself"
        case .notFound: "Page not found"
        case .badRequest: "That request can’t be read"
        case .formNotOurs: "The form is out of date"
        case .methodNotAllowed: "That can’t be done at this address"
        case .tooLarge: "That is too large"
        case .timedOut: "It took too long to arrive"
        case .tooManyAttempts: "Please wait a little"
        case .notReady: "Not ready yet"
        case .pngNeedsProgram: "No PNG from this server"
        case .unexpected: "Something went wrong here"
        }
    }

    var explanation: String {
        switch failure {
        case .signInNeeded: "This page is for people who are signed in."
        case .codeNeeded: "A role of yours needs a one-time code at sign-in, so nothing was shown or changed."
        case .forbidden: "Your role in this unit doesn’t include it, so nothing was shown or changed."
        case .kept: "A role above a unit doesn’t reach what the unit keeps, so nothing was shown or changed."
        case .notFound: "There is nothing at this address. It may have been moved or removed, or mistyped."
        case .badRequest(let sentence): sentence
        case .formNotOurs:
            "Nothing was changed. The form was opened before you last signed in, or by another site."
        case .methodNotAllowed: "The address exists, but it doesn’t take requests of this kind."
        case .tooLarge(let limit): "Nothing was changed. At most \(Self.size(limit)) can be sent at once."
        case .timedOut: "Nothing was changed. The connection was too slow, or broke off."
        case .tooManyAttempts: "Much was tried in vain from where you are in the last quarter of an hour."
        case .notReady: "The database doesn’t answer at the moment, or has the tables of another version."
        case .pngNeedsProgram:
            "Charts become PNG files by rsvg-convert, which isn’t installed on this server. "
                + "Debian and Ubuntu have it in the package librsvg2-bin."
        case .unexpected:
            "It isn’t your fault, and nothing was half saved: a change is kept whole or not at all."
        }
    }

    var advice: String {
        switch failure {
        case .signInNeeded: "Sign in with a one-time link."
        case .codeNeeded: "Set them up; it takes two minutes."
        case .forbidden: "Ask an administrator of the unit if you need it."
        case .kept(let keeper, let people):
            "If you need it, ask \(people.isEmpty ? "someone at \(keeper)" : people.joined(separator: " or "))."
        case .notFound: "Check the address, or start from home."
        case .badRequest: "Go back and try again."
        case .formNotOurs: "Go back, reload the page and send the form again."
        case .methodNotAllowed: "Start from home."
        case .tooLarge: "Send it in smaller parts."
        case .timedOut: "Go back and try again."
        case .tooManyAttempts: "Try again in a quarter of an hour. Who is signed in isn’t touched."
        case .notReady: "Wait a minute and reload the page."
        case .pngNeedsProgram:
            "Take the chart as SVG, which looks the same, or ask whoever runs this server for the package."
        case .unexpected:
            "Try again in a minute. If it happens again, tell whoever runs this server: "
                + "the request is \(requestID)."
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1_000) kB"
    }
}
