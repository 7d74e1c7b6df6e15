package import Hummingbird
package import Sightline

/// Who may pass an address.
package enum Admission: Equatable, Sendable {
    case everyone
    case signedIn
    /// Those whose role on a unit, or above it, permits an action.
    case permitted(Action, on: Unit.ID)
    /// The same for a series of the unit, which its measure may keep or share.
    case permittedSeries(Action, on: Unit.ID, of: Series.ID)
    /// The same for a measure itself, as seen from the unit.
    case permittedMeasure(Action, on: Unit.ID, of: Measure.ID)
    /// The same for a programme of the unit, with its theory and its cycles.
    case permittedProgramme(Action, on: Unit.ID, of: Programme.ID)
}

extension Admission {
    /// The unit that it asks about.
    var unit: Unit.ID? {
        switch self {
        case .everyone, .signedIn: nil
        case .permitted(_, on: let unit), .permittedSeries(_, on: let unit, of: _),
            .permittedMeasure(_, on: let unit, of: _), .permittedProgramme(_, on: let unit, of: _):
            unit
        }
    }
}

extension Admission {
    /// The series that it asks about.
    var series: Series.ID? {
        if case .permittedSeries(_, on: _, of: let series) = self { series } else { nil }
    }

    /// The series as the audit trail names it.
    func subject(_ measure: Measure, named name: String) -> AuditEntry.Subject? {
        series.map { .init(.series, id: $0.pathText, name: name, unit: unit, measure: measure.id) }
    }
}

extension Address {
    /// The rule of an address, for reading it or for a form sent to it.
    package func admission(for method: HTTPRequest.Method) -> Admission {
        switch self {
        case .health, .readiness, .asset, .about, .accessibility, .signIn, .signInLink, .invitation,
            .passwordResets, .passwordReset:
            .everyone
        case .root, .session, .units, .account, .accountPassword, .endedSessions, .letters: .signedIn
        case .audit(let unit), .auditFile(let unit): .permitted(.readAudit, on: unit)
        case .people(let unit), .invitations(let unit), .withdrawnInvitations(let unit), .person(let unit, _),
            .personDetails(let unit, _), .personState(let unit, _), .personRoles(let unit, _),
            .personEndedRoles(let unit, _):
            .permitted(.managePeople, on: unit)
        case .unit(let unit), .unitSettings(let unit), .measures(let unit), .recording(let unit, _):
            .permitted(.read, on: unit)
        case .series(let unit, let series), .seriesPicture(let unit, let series, _),
            .seriesData(let unit, let series):
            .permittedSeries(.read, on: unit, of: series)
        case .unitChildren(let unit), .unitName(let unit), .unitParent(let unit), .unitEvents(let unit):
            .permitted(.editUnits, on: unit)
        case .newMeasure(let unit): .permitted(.editMeasures, on: unit)
        case .measure(let unit, let measure), .retirement(let unit, let measure),
            .withdrawnRetirement(let unit, let measure):
            .permittedMeasure(.editMeasures, on: unit, of: measure)
        case .observations(let unit): .permitted(.export, on: unit)
        case .phases(let unit, let series), .withdrawnPhases(let unit, let series),
            .annotations(let unit, let series), .withdrawnAnnotations(let unit, let series):
            .permittedSeries(.annotate, on: unit, of: series)
        case .imports(let unit), .pendingImport(let unit, _), .discardedImport(let unit, _),
            .undoneRecording(let unit, _):
            .permitted(.recordData, on: unit)
        case .programmes(let unit), .cycleBoard(let unit), .cycleLibrary(let unit):
            .permitted(.read, on: unit)
        case .newProgramme(let unit): .permitted(.editProgrammes, on: unit)
        case .programme(let unit, let programme):
            .permittedProgramme(.read, on: unit, of: programme)
        case .theoryNode(let unit, let programme, _), .arrow(let unit, let programme, _):
            .permittedProgramme(method == .post ? .editProgrammes : .read, on: unit, of: programme)
        case .programmeDetails(let unit, let programme), .theoryNodes(let unit, let programme),
            .movedNode(let unit, let programme, _), .removedNode(let unit, let programme, _),
            .nodeArrows(let unit, let programme, _), .nodeMeasures(let unit, let programme, _),
            .removedArrow(let unit, let programme, _):
            .permittedProgramme(.editProgrammes, on: unit, of: programme)
        case .cycle(let unit, let programme, _): .permittedProgramme(.read, on: unit, of: programme)
        case .newCycle(let unit, let programme, _), .cyclePlan(let unit, let programme, _),
            .cycleStart(let unit, let programme, _), .cyclePredictions(let unit, let programme, _),
            .cycleStudy(let unit, let programme, _), .cycleClosure(let unit, let programme, _):
            .permittedProgramme(.recordCycles, on: unit, of: programme)
        }
    }
}
