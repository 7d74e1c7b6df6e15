package import Hummingbird
package import Sightline

/// Who may pass an address.
package enum Admission: Equatable, Sendable {
    case everyone
    case signedIn
    /// Those whose role on a unit, or above it, permits an action.
    case permitted(Action, on: Unit.ID)
}

extension Address {
    /// The rule of an address, for reading it or for a form sent to it.
    package func admission(for method: HTTPRequest.Method) -> Admission {
        switch self {
        case .health, .readiness, .asset, .about, .accessibility, .signIn, .signInLink: .everyone
        case .root, .session, .units: .signedIn
        case .unit(let unit), .unitSettings(let unit), .measures(let unit), .series(let unit, _),
            .seriesPicture(let unit, _, _), .seriesData(let unit, _), .recording(let unit, _):
            .permitted(.read, on: unit)
        case .unitChildren(let unit), .unitName(let unit), .unitParent(let unit), .unitEvents(let unit):
            .permitted(.editUnits, on: unit)
        case .newMeasure(let unit): .permitted(.editMeasures, on: unit)
        case .phases(let unit, _), .withdrawnPhases(let unit, _), .annotations(let unit, _):
            .permitted(.annotate, on: unit)
        case .imports(let unit), .pendingImport(let unit, _), .discardedImport(let unit, _),
            .undoneRecording(let unit, _):
            .permitted(.recordData, on: unit)
        }
    }
}
