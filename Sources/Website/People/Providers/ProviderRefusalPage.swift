/// What a sign-in through a provider leads to that let nobody in.
struct ProviderRefusalPage: Page {
    let provider: String
    let refusal: ProviderRefusal

    var title: String {
        switch refusal {
        case .unreachable: "\(provider) doesn’t answer"
        case .linkedElsewhere, .signedOut: "Nothing was linked"
        default: "You aren’t signed in"
        }
    }

    var section: Section? { nil }

    var explanation: String {
        switch refusal {
        case .stale:
            "This sign-in wasn’t begun in this browser, was used already, or took longer than ten minutes."
        case .unreachable: "\(provider) can’t be reached from this server at the moment."
        case .declined: "\(provider) sent you back without signing you in."
        case .notBelieved: "What \(provider) answered could not be checked, so it wasn’t believed."
        case .notAllowed:
            "\(provider) gave no confirmed e-mail address of an organisation that takes part here. No account was made."
        case .emailTaken:
            "An account has your e-mail address already. For safety, only whoever is signed in to it can link it."
        case .inactive: "Your account here has been deactivated."
        case .linkedElsewhere: "Who you are at \(provider) leads into another account here."
        case .signedOut: "You are no longer signed in as the person who began to link the two."
        }
    }

    var advice: String {
        switch refusal {
        case .stale, .declined, .signedOut: "Begin again."
        case .unreachable: "Try again in a minute, or sign in with your password."
        case .notBelieved:
            "Try again. If it happens again, tell whoever runs this server: its log says what was wrong."
        case .notAllowed: "Ask an administrator of your unit for an invitation."
        case .emailTaken:
            "Sign in with your password, or ask for a new one, and then link \(provider) on the page of your account."
        case .inactive: "Ask an administrator of your unit."
        case .linkedElsewhere: "Sign in through \(provider) to see which, and unlink it there first."
        }
    }
}
