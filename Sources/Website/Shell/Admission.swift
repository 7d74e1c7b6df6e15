package import Hummingbird
package import Sightline

/// Who may pass an address.
package enum Admission: Equatable, Sendable {
    case everyone
    case signedIn
    /// Those who hold a role on some unit.
    case holding(Role)
    /// Those whose role on a unit, or above it, permits an action.
    case permitted(Action, on: Unit.ID)
    /// The same for a series of the unit, which its measure may keep or share.
    case permittedSeries(Action, on: Unit.ID, of: Series.ID)
    /// The same for a signal of the unit, which is in such a series or in the unit at large.
    case permittedSignal(Action, on: Unit.ID, of: Signal.ID)
    /// The same for a measure itself, as seen from the unit.
    case permittedMeasure(Action, on: Unit.ID, of: Measure.ID)
    /// The same for a story of the unit, as far as whoever it tells of agreed.
    case permittedStory(Action, on: Unit.ID, of: Story.ID)
    /// The same for a programme of the unit, with its theory and its cycles.
    case permittedProgramme(Action, on: Unit.ID, of: Programme.ID)
}

extension Admission {
    /// The unit that it asks about.
    var unit: Unit.ID? {
        switch self {
        case .everyone, .signedIn, .holding: nil
        case .permitted(_, on: let unit), .permittedSeries(_, on: let unit, of: _),
            .permittedSignal(_, on: let unit, of: _), .permittedMeasure(_, on: let unit, of: _),
            .permittedProgramme(_, on: let unit, of: _), .permittedStory(_, on: let unit, of: _):
            unit
        }
    }
}

extension Admission {
    /// The series that it asks about.
    var series: Series.ID? {
        if case .permittedSeries(_, on: _, of: let series) = self { series } else { nil }
    }

    /// The signal that it asks about.
    var signal: Signal.ID? {
        if case .permittedSignal(_, on: _, of: let signal) = self { signal } else { nil }
    }

    /// A series of its unit as the audit trail names it.
    func subject(_ series: Series.ID, of measure: Measure) -> AuditEntry.Subject {
        .init(.series, id: series.pathText, name: measure.title, unit: unit, measure: measure.id)
    }
}

extension Address {
    /// The rule of an address, for reading it or for a form sent to it.
    package func admission(for method: HTTPRequest.Method) -> Admission {
        switch self {
        case .health, .readiness, .asset, .about, .accessibility, .signIn, .signInLink, .secondStep,
            .invitation, .passwordResets, .passwordReset, .providerSignIn, .providerReturn, .shared,
            .sharedPicture, .sharedData:
            .everyone
        case .root, .session, .units, .account, .accountPassword, .endedSessions, .accountProvider,
            .endedIdentities, .codes, .confirmedCodes, .endedCodes, .recoveryCodes, .coaches, .endedCoaches,
            .letters:
            .signedIn
        case .coaching, .coachedPerson: .holding(.coach)
        case .requiredCodes(let unit): .permitted(.requireCodes, on: unit)
        case .sharing(let unit), .endedShares(let unit): .permitted(.share, on: unit)
        case .audit(let unit), .auditFile(let unit): .permitted(.readAudit, on: unit)
        case .people(let unit), .invitations(let unit), .invitationFiles(let unit),
            .withdrawnInvitations(let unit), .newPerson(let unit), .knownPerson(let unit, _),
            .knownPersonState(let unit, _), .knownPersonInvitation(let unit, _), .person(let unit, _),
            .personDetails(let unit, _), .personState(let unit, _), .personRoles(let unit, _),
            .personEndedRoles(let unit, _), .personEndedCodes(let unit, _):
            .permitted(.managePeople, on: unit)
        case .unit(let unit), .unitSettings(let unit), .measures(let unit), .recording(let unit, _),
            .signals(let unit), .programmes(let unit), .cycleBoard(let unit), .cycleLibrary(let unit):
            .permitted(.read, on: unit)
        case .series(let unit, let series), .seriesPicture(let unit, let series, _),
            .seriesData(let unit, let series), .outsideView(let unit, let series),
            .publicLinks(let unit, let series), .phases(let unit, let series),
            .withdrawnPhases(let unit, let series), .annotations(let unit, let series),
            .withdrawnAnnotations(let unit, let series), .phase(let unit, let series, _),
            .deletedPhase(let unit, let series, _), .annotation(let unit, let series, _),
            .deletedAnnotation(let unit, let series, _), .restoredEdition(let unit, let series),
            .deletedSeries(let unit, let series):
            .permittedSeries(actionOnSeries, on: unit, of: series)
        case .unitChildren(let unit), .unitName(let unit), .unitParent(let unit), .unitEvents(let unit),
            .deletedUnit(let unit):
            .permitted(.editUnits, on: unit)
        case .newMeasure(let unit): .permitted(.editMeasures, on: unit)
        case .measure(let unit, let measure), .retirement(let unit, let measure),
            .withdrawnRetirement(let unit, let measure), .deletedMeasure(let unit, let measure):
            .permittedMeasure(.editMeasures, on: unit, of: measure)
        case .observations(let unit): .permitted(.export, on: unit)
        case .bin(let unit), .restoredItem(let unit, _), .purgedItem(let unit, _), .raisedSignals(let unit):
            .permitted(.annotate, on: unit)
        case .signal, .signalSteps, .theoryPicture, .stories, .newStory, .story, .storyDetails,
            .storyConsents, .endedConsents, .deletedStory:
            admissionOfOwn
        case .imports(let unit), .pendingImport(let unit, _), .discardedImport(let unit, _),
            .undoneRecording(let unit, _):
            .permitted(.recordData, on: unit)
        case .newProgramme(let unit): .permitted(.editProgrammes, on: unit)
        case .programme(let unit, let programme), .programmeDetails(let unit, let programme),
            .theoryNodes(let unit, let programme), .theoryNode(let unit, let programme, _),
            .movedNode(let unit, let programme, _), .removedNode(let unit, let programme, _),
            .nodeArrows(let unit, let programme, _), .nodeMeasures(let unit, let programme, _),
            .arrow(let unit, let programme, _), .removedArrow(let unit, let programme, _),
            .cycle(let unit, let programme, _), .newCycle(let unit, let programme, _),
            .cyclePlan(let unit, let programme, _), .cycleStart(let unit, let programme, _),
            .cyclePredictions(let unit, let programme, _), .cycleStudy(let unit, let programme, _),
            .cycleClosure(let unit, let programme, _):
            .permittedProgramme(actionOnProgramme(for: method), on: unit, of: programme)
        }
    }

    /// The rule of an address of signals, of drawings, of the evidence of arrows and of stories.
    private var admissionOfOwn: Admission {
        switch self {
        case .signal(let unit, let signal): .permittedSignal(.read, on: unit, of: signal)
        case .signalSteps(let unit, let signal): .permittedSignal(.annotate, on: unit, of: signal)
        case .theoryPicture(let unit, let programme, _):
            .permittedProgramme(.read, on: unit, of: programme)
        case .stories(let unit): .permitted(.read, on: unit)
        case .newStory(let unit): .permitted(.recordCycles, on: unit)
        case .story(let unit, let story): .permittedStory(.read, on: unit, of: story)
        case .storyDetails(let unit, let story), .storyConsents(let unit, let story),
            .endedConsents(let unit, let story), .deletedStory(let unit, let story):
            .permittedStory(.recordCycles, on: unit, of: story)
        // No address of another kind asks here.
        default: .holding(.administrator)
        }
    }

    /// What an address of a series asks to do with it.
    private var actionOnSeries: Action {
        switch self {
        case .series, .seriesPicture, .seriesData, .outsideView: .read
        case .phases, .withdrawnPhases, .annotations, .withdrawnAnnotations, .phase, .deletedPhase,
            .annotation,
            .deletedAnnotation:
            .annotate
        case .restoredEdition: .recordData
        case .deletedSeries: .editMeasures
        default: .share
        }
    }

    /// What an address of a programme asks to do with it.
    private func actionOnProgramme(for method: HTTPRequest.Method) -> Action {
        switch self {
        case .programme, .cycle: .read
        case .theoryNode, .arrow: method == .post ? .editProgrammes : .read
        case .newCycle, .cyclePlan, .cycleStart, .cyclePredictions, .cycleStudy, .cycleClosure: .recordCycles
        default: .editProgrammes
        }
    }
}
