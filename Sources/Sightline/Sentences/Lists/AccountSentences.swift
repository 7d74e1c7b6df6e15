import Statistics

/// What someone's own account, its sessions, codes, coaches and calendar say, in sentences.
package enum AccountSentences {
    /// Where someone is signed in, this session among them.
    package static func sessions(_ count: Int) -> String {
        switch count {
        case 0: "You are signed in nowhere."
        case 1: "You are signed in at 1 place: this one."
        default: "You are signed in at \(count) places, this one among them. End those that you don’t know."
        }
    }

    /// One-time codes.
    ///
    /// - Parameters:
    ///   - since: when they were turned on; nil where they are off.
    ///   - left: how many recovery codes are left.
    package static func codes(since: Timestamp?, left: Int) -> String {
        guard let since else {
            return "One-time codes are off. With them a password alone opens nothing."
        }
        let on = "One-time codes have been on since \(Period.day.phrase(for: since.day))."
        let rest = Words.count(left, "recovery code")
        return switch left {
        case 0: "\(on) No recovery code is left: make new ones."
        case 1: "\(on) \(rest) is left: make new ones."
        default: "\(on) \(rest) are left."
        }
    }

    /// Recovery codes that have just been made.
    package static func recovery(_ count: Int) -> String {
        "\(Words.count(count, "recovery code")), each of which signs in once. They are shown only now."
    }

    /// A letter's sentence about a recovery code that was used.
    package static func recovered(left: Int) -> String {
        "A recovery code of yours signed in. \(left == 0 ? "None" : "\(left)") \(left < 2 ? "is" : "are") left."
    }

    /// The providers that let someone in without a password.
    package static func providers(_ count: Int) -> String {
        switch count {
        case 0: "Nothing is linked. What you link lets you in without your password here."
        case 1: "1 other way is linked: it lets you in without your password here."
        default: "\(count) other ways are linked: each lets you in without your password here."
        }
    }

    /// A private calendar address.
    ///
    /// - Parameter since: when it was made; nil where there is none.
    package static func calendar(since: Timestamp?) -> String {
        guard let since else { return "Your calendar has no address yet." }
        return "Your calendar has 1 address, since \(Period.day.phrase(for: since.day))."
    }

    /// Those whom someone chose.
    package static func coaches(_ count: Int) -> String {
        switch count {
        case 0: "You have chosen no coach."
        case 1: "You have chosen 1 coach. Only the two of you know."
        default: "You have chosen \(count) coaches. Of each only the two of you know."
        }
    }

    /// One coach, as the person sees it who chose them.
    ///
    /// - Parameters:
    ///   - seen: when the coach last looked; nil where never.
    ///   - isInForce: whether they still coach where the person has a role.
    package static func coach(since: Timestamp, seen: Timestamp?, isInForce: Bool) -> String {
        let chosen = "Your coach since \(Period.day.phrase(for: since.day))."
        guard isInForce else { return "\(chosen) They no longer coach here, so they see nothing." }
        guard let seen else { return "\(chosen) They haven’t looked yet." }
        return "\(chosen) They last looked on \(Period.day.phrase(for: seen.day))."
    }

    /// The coaches whom someone could still choose.
    package static func candidates(_ count: Int, chosen: Int) -> String {
        switch count {
        case 0: "\(chosen == 0 ? "Nobody" : "Nobody else") coaches where you have a role."
        case 1: "1 person coaches where you have a role."
        default: "\(count) people coach where you have a role."
        }
    }
}
