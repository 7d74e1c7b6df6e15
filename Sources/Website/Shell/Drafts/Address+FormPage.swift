extension Address {
    /// The page on which the form stands that is sent to it; nil where what is typed must not be kept: passwords and
    /// codes.
    package var formPage: Address? {
        switch self {
        case .session, .account, .accountPassword, .endedSessions, .signIn, .signInLink, .invitation,
            .passwordResets, .passwordReset, .secondStep, .codes, .confirmedCodes, .endedCodes,
            .recoveryCodes,
            .providerSignIn, .providerReturn, .accountProvider, .endedIdentities:
            nil
        case .coaches, .endedCoaches: .account
        case .endedCalendarFeeds: .calendarFeeds
        case .reviews(let address): .reviews(address.formPage)
        case .activities(let address): .activities(address.formPage)
        case .packs(let address): .packs(address.formPage)
        case .reports(let address): .reports(address.formPage)
        case .raisedSignals(let unit): .signals(unit)
        case .signalSteps(let unit, let signal): .signal(unit, signal)
        case .movedNode(let unit, let programme, let node), .removedNode(let unit, let programme, let node),
            .nodeArrows(let unit, let programme, let node), .nodeMeasures(let unit, let programme, let node):
            .theoryNode(unit, programme, node)
        case .removedArrow(let unit, let programme, let arrow): .arrow(unit, programme, arrow)
        case .cycleStart(let unit, let programme, let cycle), .cycleStudy(let unit, let programme, let cycle),
            .cyclePredictions(let unit, let programme, let cycle),
            .cycleClosure(let unit, let programme, let cycle):
            .cycle(unit, programme, cycle)
        case .part(let unit, let programme, let part): part.formPage(unit, programme)
        case .endedShares(let unit): .sharing(unit)
        case .storyConsents(let unit, let story), .endedConsents(let unit, let story),
            .deletedStory(let unit, let story):
            .story(unit, story)
        case .publicLinks(let unit, let series), .outsideView(let unit, let series): .series(unit, series)
        case .unitChildren(let unit), .unitName(let unit), .unitParent(let unit), .unitEvents(let unit),
            .deletedUnit(let unit):
            .unitSettings(unit)
        case .invitations(let unit), .invitationFiles(let unit), .withdrawnInvitations(let unit),
            .requiredCodes(let unit):
            .people(unit)
        case .knownPersonState(let unit, let known), .knownPersonInvitation(let unit, let known):
            .knownPerson(unit, known)
        case .personDetails(let unit, let account), .personState(let unit, let account),
            .personRoles(let unit, let account), .personEndedRoles(let unit, let account),
            .personEndedCodes(let unit, let account):
            .person(unit, account)
        case .retirement(let unit, let measure), .withdrawnRetirement(let unit, let measure),
            .deletedMeasure(let unit, let measure):
            .measure(unit, measure)
        case .phases(let unit, let series), .withdrawnPhases(let unit, let series),
            .annotations(let unit, let series), .withdrawnAnnotations(let unit, let series),
            .deletedSeries(let unit, let series), .restoredEdition(let unit, let series):
            .series(unit, series)
        case .deletedPhase(let unit, let series, let phase): .phase(unit, series, phase)
        case .deletedAnnotation(let unit, let series, let note): .annotation(unit, series, note)
        case .restoredItem(let unit, _), .purgedItem(let unit, _): .bin(unit)
        case .discardedImport(let unit, let file): .pendingImport(unit, file)
        case .undoneRecording(let unit, let recording): .recording(unit, recording)
        default: self
        }
    }
}
