/// What has just been done, said once at the top of the page that a form leads to.
///
/// The address carries its name only, so that nobody can put words of their own on a page.
package enum Notice: String, CaseIterable, Sendable {
    case signedIn = "signed-in"
    case unitAdded = "unit-added"
    case unitRenamed = "unit-renamed"
    case unitMoved = "unit-moved"
    case unitEventRecorded = "unit-event-recorded"
    case measureAdded = "measure-added"
    case phaseStarted = "phase-started"
    case phaseWithdrawn = "phase-withdrawn"
    case annotationAdded = "annotation-added"
    case annotationWithdrawn = "annotation-withdrawn"
    case measureChanged = "measure-changed"
    case measureRedefined = "measure-redefined"
    case measureRetired = "measure-retired"
    case measureBack = "measure-back"
    case linkRevoked = "link-revoked"
    case shareEnded = "share-ended"
    case importRecorded = "import-recorded"
    case importUnchanged = "import-unchanged"
    case importDiscarded = "import-discarded"
    case importUndone = "import-undone"
    case passwordChanged = "password-changed"
    case sessionsEnded = "sessions-ended"
    case providerLinked = "provider-linked"
    case providerUnlinked = "provider-unlinked"
    case invited
    case invitationWithdrawn = "invitation-withdrawn"
    case personChanged = "person-changed"
    case roleGiven = "role-given"
    case roleEnded = "role-ended"
    case codesEnded = "codes-ended"
    case requiredCodesSet = "required-codes-set"
    case personAdded = "person-added"
    case coachChosen = "coach-chosen"
    case coachEnded = "coach-ended"
    case secondStepOver = "second-step-over"
    case binned
    case restored
    case purged
    case phaseChanged = "phase-changed"
    case annotationChanged = "annotation-changed"
    case editionRestored = "edition-restored"
    case formKept = "form-kept"

    var sentence: String {
        switch self {
        case .signedIn: "You are signed in."
        case .unitAdded: "The unit has been added."
        case .unitRenamed: "The unit has its new name."
        case .unitMoved: "The unit has been moved, with everything below it."
        case .unitEventRecorded: "The change has been recorded."
        case .measureAdded: "The measure has been added. Now import its first numbers."
        case .phaseStarted: "The phase has its own limits now; the earlier ones stay to be seen."
        case .phaseWithdrawn: "The phase has been taken back."
        case .annotationAdded: "The note is on the chart."
        case .annotationWithdrawn: "The note has been taken back. It is kept for the record."
        case .measureChanged: "The measure has been changed, and its series have been judged anew."
        case .measureRedefined:
            "The new definition holds from now on. What was recorded before stays as it is; new data starts new series."
        case .measureRetired:
            "The measure is retired: what it has stays to be read, and it takes no new data."
        case .measureBack: "The measure takes data again."
        case .linkRevoked: "The link opens nothing any more."
        case .shareEnded: "The measure is kept by its unit again."
        case .importRecorded: "The file has been recorded."
        case .importUnchanged: "Nothing has changed: all of it had been recorded already."
        case .importDiscarded: "The file has been thrown away; nothing of it was recorded."
        case .importUndone: "The recording has been taken back."
        case .passwordChanged: "The password has been changed. Every other session has been ended."
        case .sessionsEnded: "Those sessions have been ended."
        case .providerLinked: "You can sign in that way from now on."
        case .providerUnlinked: "That way to sign in has been taken away."
        case .invited: "The invitations are on their way."
        case .invitationWithdrawn: "The invitation has been withdrawn; its link no longer works."
        case .personChanged: "The change has been saved."
        case .roleGiven: "The role has been given."
        case .roleEnded: "The role has been taken away."
        case .codesEnded: "One-time codes are off."
        case .requiredCodesSet:
            "Saved. Whoever needs codes and has none is asked for them at their next step."
        case .personAdded: "The person has been added, without an account."
        case .coachChosen: "Saved. Your coach sees what you chose, and nobody else sees that you chose."
        case .coachEnded: "Ended. From now on they see nothing of you."
        case .secondStepOver: "The time for the code is over, or too many were wrong. Sign in once more."
        case .binned: "It is in the bin. It can be taken out again for 30 days."
        case .restored: "It is back, with everything that belongs to it."
        case .purged: "It has been deleted for good."
        case .phaseChanged: "The phase has been changed, and the series has been judged anew."
        case .annotationChanged: "The note has been changed."
        case .editionRestored: "The numbers are as they were then, as a new edition."
        case .formKept:
            "What you typed is back in its form. It has not been saved yet: look it over and send it again."
        }
    }

    /// The query parameter that carries it.
    static let parameter = "done"
}
