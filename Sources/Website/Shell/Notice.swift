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
    case invited
    case invitationWithdrawn = "invitation-withdrawn"
    case personChanged = "person-changed"
    case roleGiven = "role-given"
    case roleEnded = "role-ended"

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
        case .invited: "The invitations are on their way."
        case .invitationWithdrawn: "The invitation has been withdrawn; its link no longer works."
        case .personChanged: "The change has been saved."
        case .roleGiven: "The role has been given."
        case .roleEnded: "The role has been taken away."
        }
    }

    /// The query parameter that carries it.
    static let parameter = "done"
}
