package import Sightline

/// Every address of the site: routes are registered from it and links are written with it.
///
/// An address states who may pass in ``admission(for:)``. To add a page, add a case here, its segments, its
/// admission, and its route in the feature's folder.
package enum Address: Hashable, Sendable {
    case root
    case health
    case readiness
    case asset(Asset)
    case about
    case accessibility

    case signIn
    case signInLink(SignInCode)
    case session
    case invitation(SignInCode)
    case passwordResets
    case passwordReset(SignInCode)

    case account
    case accountPassword
    case endedSessions

    case letters
    case audit(Unit.ID)
    case auditFile(Unit.ID)
    case people(Unit.ID)
    case invitations(Unit.ID)
    case withdrawnInvitations(Unit.ID)
    case person(Unit.ID, Account.ID)
    case personDetails(Unit.ID, Account.ID)
    case personState(Unit.ID, Account.ID)
    case personRoles(Unit.ID, Account.ID)
    case personEndedRoles(Unit.ID, Account.ID)

    case units
    case unit(Unit.ID)
    case unitSettings(Unit.ID)
    case unitChildren(Unit.ID)
    case unitName(Unit.ID)
    case unitParent(Unit.ID)
    case unitEvents(Unit.ID)

    case measures(Unit.ID)
    case newMeasure(Unit.ID)
    case measure(Unit.ID, Measure.ID)
    case retirement(Unit.ID, Measure.ID)
    case withdrawnRetirement(Unit.ID, Measure.ID)
    case observations(Unit.ID)
    case series(Unit.ID, Series.ID)
    case seriesPicture(Unit.ID, Series.ID, PictureFile)
    case seriesData(Unit.ID, Series.ID)
    case phases(Unit.ID, Series.ID)
    case withdrawnPhases(Unit.ID, Series.ID)
    case annotations(Unit.ID, Series.ID)
    case withdrawnAnnotations(Unit.ID, Series.ID)

    case sharing(Unit.ID)
    case endedShares(Unit.ID)
    case outsideView(Unit.ID, Series.ID)
    case publicLinks(Unit.ID, Series.ID)
    case shared(SignInCode)
    case sharedPicture(SignInCode, PictureFile)
    case sharedData(SignInCode)

    case imports(Unit.ID)
    case pendingImport(Unit.ID, PendingImport.ID)
    case discardedImport(Unit.ID, PendingImport.ID)
    case recording(Unit.ID, Recording.ID)
    case undoneRecording(Unit.ID, Recording.ID)

    /// Its path, piece by piece.
    package var segments: [Segment] {
        switch self {
        case .root: []
        case .health: ["healthz"]
        case .readiness: ["readyz"]
        case .asset(let asset): ["assets", Segment("file", asset)]
        case .about: ["about"]
        case .accessibility: ["accessibility"]
        case .signIn: ["sign-in"]
        case .signInLink(let code): ["sign-in", Segment("code", code)]
        case .session: ["session"]
        case .invitation(let code): ["invitations", Segment("code", code)]
        case .passwordResets: ["password-resets"]
        case .passwordReset(let code): ["password-resets", Segment("code", code)]
        case .account: ["account"]
        case .accountPassword: ["account", "password"]
        case .endedSessions: ["account", "ended-sessions"]
        case .letters: ["letters"]
        case .audit(let unit): ["units", Segment("unit", unit), "audit"]
        case .auditFile(let unit): ["units", Segment("unit", unit), "audit.csv"]
        case .people(let unit): ["units", Segment("unit", unit), "people"]
        case .invitations(let unit): ["units", Segment("unit", unit), "invitations"]
        case .withdrawnInvitations(let unit): ["units", Segment("unit", unit), "withdrawn-invitations"]
        case .person(let unit, let account): Self.person(unit, account)
        case .personDetails(let unit, let account): Self.person(unit, account) + ["details"]
        case .personState(let unit, let account): Self.person(unit, account) + ["state"]
        case .personRoles(let unit, let account): Self.person(unit, account) + ["roles"]
        case .personEndedRoles(let unit, let account): Self.person(unit, account) + ["ended-roles"]
        case .units: ["units"]
        case .unit(let unit): ["units", Segment("unit", unit)]
        case .unitSettings(let unit): ["units", Segment("unit", unit), "settings"]
        case .unitChildren(let unit): ["units", Segment("unit", unit), "units"]
        case .unitName(let unit): ["units", Segment("unit", unit), "name"]
        case .unitParent(let unit): ["units", Segment("unit", unit), "parent"]
        case .unitEvents(let unit): ["units", Segment("unit", unit), "events"]
        case .measures(let unit): ["units", Segment("unit", unit), "measures"]
        case .newMeasure(let unit): ["units", Segment("unit", unit), "measures", "new"]
        case .measure(let unit, let measure): Self.measure(unit, measure)
        case .retirement(let unit, let measure): Self.measure(unit, measure) + ["retirement"]
        case .withdrawnRetirement(let unit, let measure):
            Self.measure(unit, measure) + ["withdrawn-retirement"]
        case .observations(let unit): ["units", Segment("unit", unit), "observations.csv"]
        case .series(let unit, let series): Self.series(unit, series)
        case .seriesPicture(let unit, let series, let file):
            Self.series(unit, series) + [Segment("file", file)]
        case .seriesData(let unit, let series): Self.series(unit, series) + ["data.csv"]
        case .phases(let unit, let series): Self.series(unit, series) + ["phases"]
        case .withdrawnPhases(let unit, let series): Self.series(unit, series) + ["withdrawn-phases"]
        case .annotations(let unit, let series): Self.series(unit, series) + ["annotations"]
        case .withdrawnAnnotations(let unit, let series):
            Self.series(unit, series) + ["withdrawn-annotations"]
        case .sharing(let unit): ["units", Segment("unit", unit), "sharing"]
        case .endedShares(let unit): ["units", Segment("unit", unit), "sharing", "ended"]
        case .outsideView(let unit, let series): Self.series(unit, series) + ["outside"]
        case .publicLinks(let unit, let series): Self.series(unit, series) + ["public-links"]
        case .shared(let code): ["shared", Segment("code", code)]
        case .sharedPicture(let code, let file): ["shared", Segment("code", code), Segment("file", file)]
        case .sharedData(let code): ["shared", Segment("code", code), "data.csv"]
        case .imports(let unit): ["units", Segment("unit", unit), "imports"]
        case .pendingImport(let unit, let file): Self.pending(unit, file)
        case .discardedImport(let unit, let file): Self.pending(unit, file) + ["discarded"]
        case .recording(let unit, let recording): Self.recording(unit, recording)
        case .undoneRecording(let unit, let recording): Self.recording(unit, recording) + ["undone"]
        }
    }

    private static func series(_ unit: Unit.ID, _ series: Series.ID) -> [Segment] {
        ["units", Segment("unit", unit), "series", Segment("series", series)]
    }

    private static func person(_ unit: Unit.ID, _ account: Account.ID) -> [Segment] {
        ["units", Segment("unit", unit), "people", Segment("person", account)]
    }

    private static func measure(_ unit: Unit.ID, _ measure: Measure.ID) -> [Segment] {
        ["units", Segment("unit", unit), "measures", Segment("measure", measure)]
    }

    private static func pending(_ unit: Unit.ID, _ file: PendingImport.ID) -> [Segment] {
        ["units", Segment("unit", unit), "imports", Segment("import", file)]
    }

    private static func recording(_ unit: Unit.ID, _ recording: Recording.ID) -> [Segment] {
        ["units", Segment("unit", unit), "recordings", Segment("recording", recording)]
    }
}

extension Address {
    /// A piece of a path: a fixed word, or a parameter with its name and value.
    package struct Segment: Sendable, ExpressibleByStringLiteral {
        /// Nil for a fixed word.
        let name: String?
        let value: String

        package init(stringLiteral word: String) {
            name = nil
            value = word
        }

        init(_ name: String, _ parameter: some PathParameter) {
            self.name = name
            value = parameter.pathText
        }
    }

    /// What a link holds: `/units/0190…`.
    package var path: String { "/" + segments.map(\.value).joined(separator: "/") }

    /// The path with a query; parameters without a value are left out.
    package func path(_ query: KeyValuePairs<String, String?>) -> String {
        let pairs = query.compactMap { name, value in
            value.map { "\(PercentEncoding.encode(name))=\(PercentEncoding.encode($0))" }
        }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// What the router matches: `/units/{unit}`.
    package var pattern: String {
        "/" + segments.map { $0.name.map { "{\($0)}" } ?? $0.value }.joined(separator: "/")
    }

    /// The names of its parameters, in order.
    var parameterNames: [String] { segments.compactMap(\.name) }
}
