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
    /// The same for a pack of the unit.
    case permittedPack(Action, on: Unit.ID, of: Pack.ID)
    /// The same for a written page of the unit.
    case permittedReport(Action, on: Unit.ID, of: Report.ID)
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
            .permittedProgramme(_, on: let unit, of: _), .permittedStory(_, on: let unit, of: _),
            .permittedPack(_, on: let unit, of: _), .permittedReport(_, on: let unit, of: _):
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
            .sharedPicture, .sharedData, .calendar:
            .everyone
        case .root, .session, .units, .account, .accountPassword, .endedSessions, .accountProvider,
            .endedIdentities, .codes, .confirmedCodes, .endedCodes, .recoveryCodes, .coaches, .endedCoaches,
            .letters, .calendarFeeds, .endedCalendarFeeds:
            .signedIn
        case .coaching, .coachedPerson: .holding(.coach)
        case .requiredCodes(let unit): .permitted(.requireCodes, on: unit)
        case .sharing(let unit), .endedShares(let unit): .permitted(.share, on: unit)
        case .audit(let unit), .auditFile(let unit, _): .permitted(.readAudit, on: unit)
        case .knownPersonInvitation(let unit, _), .withdrawnInvitations(let unit), .invitationFiles(let unit),
            .knownPersonState(let unit, _), .personEndedRoles(let unit, _), .personEndedCodes(let unit, _),
            .personDetails(let unit, _), .knownPerson(let unit, _), .personRoles(let unit, _),
            .personState(let unit, _), .invitations(let unit), .person(let unit, _), .newPerson(let unit),
            .people(let unit):
            .permitted(.managePeople, on: unit)
        case .unit(let unit), .strands(let unit), .unitSettings(let unit), .measures(let unit),
            .recording(let unit, _), .signals(let unit), .programmes(let unit), .cycleBoard(let unit),
            .cycleLibrary(let unit):
            .permitted(.read, on: unit)
        case .withdrawnAnnotations(let unit, let id), .deletedAnnotation(let unit, let id, _),
            .seriesPicture(let unit, let id, _), .withdrawnPhases(let unit, let id),
            .deletedPhase(let unit, let id, _), .restoredEdition(let unit, let id),
            .annotation(let unit, let id, _), .deletedSeries(let unit, let id), .phase(let unit, let id, _),
            .outsideView(let unit, let id), .publicLinks(let unit, let id), .annotations(let unit, let id),
            .seriesData(let unit, let id, _), .series(let unit, let id), .phases(let unit, let id):
            .permittedSeries(actionOnSeries, on: unit, of: id)
        case .unitChildren(let unit), .unitName(let unit), .unitParent(let unit), .unitEvents(let unit),
            .deletedUnit(let unit):
            .permitted(.editUnits, on: unit)
        case .newMeasure(let unit): .permitted(.editMeasures, on: unit)
        case .measure(let unit, let measure), .retirement(let unit, let measure),
            .withdrawnRetirement(let unit, let measure), .deletedMeasure(let unit, let measure):
            .permittedMeasure(.editMeasures, on: unit, of: measure)
        case .observations(let unit, _): .permitted(.export, on: unit)
        case .bin(let unit), .restoredItem(let unit, _), .purgedItem(let unit, _), .raisedSignals(let unit):
            .permitted(.annotate, on: unit)
        case .signal, .signalSteps, .theoryPicture, .stories, .newStory, .story, .storyDetails,
            .storyConsents, .endedConsents, .deletedStory, .reviews, .activities, .packs, .reports:
            admissionOfOwn(for: method)
        case .imports(let unit), .pendingImport(let unit, _), .discardedImport(let unit, _),
            .undoneRecording(let unit, _):
            .permitted(.recordData, on: unit)
        case .newProgramme(let unit): .permitted(.editProgrammes, on: unit)
        case .cyclePredictions(let unit, let id, _), .programmeDetails(let unit, let id),
            .nodeMeasures(let unit, let id, _), .removedArrow(let unit, let id, _),
            .cycleClosure(let unit, let id, _), .removedNode(let unit, let id, _),
            .theoryNode(let unit, let id, _), .nodeArrows(let unit, let id, _), .programme(let unit, let id),
            .cycleStart(let unit, let id, _), .cycleStudy(let unit, let id, _), .arrow(let unit, let id, _),
            .movedNode(let unit, let id, _), .cyclePlan(let unit, let id, _), .theoryNodes(let unit, let id),
            .newCycle(let unit, let id, _), .cycle(let unit, let id, _):
            .permittedProgramme(actionOnProgramme(for: method), on: unit, of: id)
        case .part(let unit, let id, let part): .permittedProgramme(part.action(method), on: unit, of: id)
        }
    }

    /// The rule of an address of signals, of drawings, of stories, and of those that know
    /// their own.
    private func admissionOfOwn(for method: HTTPRequest.Method) -> Admission {
        switch self {
        case .reviews(let address): address.admission(for: method)
        case .activities(let address): address.admission(for: method)
        case .signal(let unit, let signal): .permittedSignal(.read, on: unit, of: signal)
        case .signalSteps(let unit, let signal): .permittedSignal(.annotate, on: unit, of: signal)
        case .theoryPicture(let unit, let programme, _):
            .permittedProgramme(.read, on: unit, of: programme)
        case .packs(let address): address.admission
        case .stories(let unit): .permitted(.read, on: unit)
        case .newStory(let unit): .permitted(.recordCycles, on: unit)
        case .story(let unit, let story): .permittedStory(.read, on: unit, of: story)
        case .storyDetails(let unit, let story), .storyConsents(let unit, let story),
            .endedConsents(let unit, let story), .deletedStory(let unit, let story):
            .permittedStory(.recordCycles, on: unit, of: story)
        case .reports(let address): address.admission
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
