package import Exchange
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
    case secondStep
    case session
    case invitation(SignInCode)
    case passwordResets
    case passwordReset(SignInCode)
    case providerSignIn(ProviderKey)
    case providerReturn(ProviderKey)

    case account
    case accountPassword
    case endedSessions
    case accountProvider(ProviderKey)
    case endedIdentities
    case codes
    case confirmedCodes
    case endedCodes
    case recoveryCodes
    case coaches
    case endedCoaches

    case coaching
    case coachedPerson(CoachChoice.ID)

    case letters
    case audit(Unit.ID)
    case auditFile(Unit.ID, TableFormat)
    case people(Unit.ID)
    case invitations(Unit.ID)
    case invitationFiles(Unit.ID)
    case withdrawnInvitations(Unit.ID)
    case requiredCodes(Unit.ID)
    case newPerson(Unit.ID)
    case knownPerson(Unit.ID, Person.ID)
    case knownPersonState(Unit.ID, Person.ID)
    case knownPersonInvitation(Unit.ID, Person.ID)
    case person(Unit.ID, Account.ID)
    case personDetails(Unit.ID, Account.ID)
    case personState(Unit.ID, Account.ID)
    case personRoles(Unit.ID, Account.ID)
    case personEndedRoles(Unit.ID, Account.ID)
    case personEndedCodes(Unit.ID, Account.ID)

    case units
    case unit(Unit.ID)
    case strands(Unit.ID)
    case unitSettings(Unit.ID)
    case unitChildren(Unit.ID)
    case unitName(Unit.ID)
    case unitParent(Unit.ID)
    case unitEvents(Unit.ID)
    case deletedUnit(Unit.ID)

    case measures(Unit.ID)
    case newMeasure(Unit.ID)
    case measure(Unit.ID, Measure.ID)
    case retirement(Unit.ID, Measure.ID)
    case withdrawnRetirement(Unit.ID, Measure.ID)
    case deletedMeasure(Unit.ID, Measure.ID)
    case observations(Unit.ID, TableFormat)
    case series(Unit.ID, Series.ID)
    case seriesPicture(Unit.ID, Series.ID, PictureFile)
    case seriesData(Unit.ID, Series.ID, TableFormat)
    case phases(Unit.ID, Series.ID)
    case withdrawnPhases(Unit.ID, Series.ID)
    case phase(Unit.ID, Series.ID, Phase.ID)
    case deletedPhase(Unit.ID, Series.ID, Phase.ID)
    case annotations(Unit.ID, Series.ID)
    case withdrawnAnnotations(Unit.ID, Series.ID)
    case annotation(Unit.ID, Series.ID, Annotation.ID)
    case deletedAnnotation(Unit.ID, Series.ID, Annotation.ID)
    case deletedSeries(Unit.ID, Series.ID)
    case restoredEdition(Unit.ID, Series.ID)

    case bin(Unit.ID)
    case restoredItem(Unit.ID, BinItem.ID)
    case purgedItem(Unit.ID, BinItem.ID)

    case sharing(Unit.ID)
    case endedShares(Unit.ID)
    case outsideView(Unit.ID, Series.ID)
    case publicLinks(Unit.ID, Series.ID)
    case shared(SignInCode)
    case sharedPicture(SignInCode, PictureFile)
    case sharedData(SignInCode, TableFormat)

    case signals(Unit.ID)
    case raisedSignals(Unit.ID)
    case signal(Unit.ID, Signal.ID)
    case signalSteps(Unit.ID, Signal.ID)

    case reviews(ReviewAddress)
    case activities(ActivityAddress)
    case calendarFeeds
    case endedCalendarFeeds
    case calendar(SignInCode)

    case programmes(Unit.ID)
    case newProgramme(Unit.ID)
    case cycleBoard(Unit.ID)
    case cycleLibrary(Unit.ID)
    case programme(Unit.ID, Programme.ID)
    case programmeDetails(Unit.ID, Programme.ID)
    case part(Unit.ID, Programme.ID, ProgrammePart)
    case theoryPicture(Unit.ID, Programme.ID, TheoryPictureFile)
    case theoryNodes(Unit.ID, Programme.ID)
    case theoryNode(Unit.ID, Programme.ID, TheoryNode.ID)
    case movedNode(Unit.ID, Programme.ID, TheoryNode.ID)
    case removedNode(Unit.ID, Programme.ID, TheoryNode.ID)
    case nodeArrows(Unit.ID, Programme.ID, TheoryNode.ID)
    case nodeMeasures(Unit.ID, Programme.ID, TheoryNode.ID)
    case arrow(Unit.ID, Programme.ID, TheoryLink.ID)
    case removedArrow(Unit.ID, Programme.ID, TheoryLink.ID)
    case newCycle(Unit.ID, Programme.ID, TheoryNode.ID)
    case cycle(Unit.ID, Programme.ID, Cycle.ID)
    case cyclePlan(Unit.ID, Programme.ID, Cycle.ID)
    case cycleStart(Unit.ID, Programme.ID, Cycle.ID)
    case cyclePredictions(Unit.ID, Programme.ID, Cycle.ID)
    case cycleStudy(Unit.ID, Programme.ID, Cycle.ID)
    case cycleClosure(Unit.ID, Programme.ID, Cycle.ID)

    case reports(ReportAddress)

    case stories(Unit.ID)
    case newStory(Unit.ID)
    case story(Unit.ID, Story.ID)
    case storyDetails(Unit.ID, Story.ID)
    case storyConsents(Unit.ID, Story.ID)
    case endedConsents(Unit.ID, Story.ID)
    case deletedStory(Unit.ID, Story.ID)

    case packs(PackAddress)

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
        case .secondStep: ["second-step"]
        case .session: ["session"]
        case .invitation(let code): ["invitations", Segment("code", code)]
        case .passwordResets: ["password-resets"]
        case .passwordReset(let code): ["password-resets", Segment("code", code)]
        case .providerSignIn(let key): ["sign-in", "providers", Segment("provider", key)]
        case .providerReturn(let key): ["sign-in", "providers", Segment("provider", key), "return"]
        case .account: ["account"]
        case .accountPassword: ["account", "password"]
        case .endedSessions: ["account", "ended-sessions"]
        case .accountProvider(let key): ["account", "providers", Segment("provider", key)]
        case .endedIdentities: ["account", "ended-identities"]
        case .codes: ["account", "codes"]
        case .confirmedCodes: ["account", "codes", "confirmation"]
        case .endedCodes: ["account", "codes", "ended"]
        case .recoveryCodes: ["account", "recovery-codes"]
        case .coaches: ["account", "coaches"]
        case .endedCoaches: ["account", "ended-coaches"]
        case .coaching: ["coaching"]
        case .coachedPerson(let choice): ["coaching", Segment("choice", choice)]
        case .letters: ["letters"]
        case .audit(let unit): ["units", Segment("unit", unit), "audit"]
        case .auditFile(let unit, let format): ["units", Segment("unit", unit), format.segment("audit")]
        case .people(let unit): ["units", Segment("unit", unit), "people"]
        case .invitations(let unit): ["units", Segment("unit", unit), "invitations"]
        case .invitationFiles(let unit): ["units", Segment("unit", unit), "invitation-files"]
        case .withdrawnInvitations(let unit): ["units", Segment("unit", unit), "withdrawn-invitations"]
        case .requiredCodes(let unit): ["units", Segment("unit", unit), "required-codes"]
        case .newPerson(let unit): ["units", Segment("unit", unit), "people", "new"]
        case .knownPerson(let unit, let person): Self.known(unit, person)
        case .knownPersonState(let unit, let person): Self.known(unit, person) + ["state"]
        case .knownPersonInvitation(let unit, let person): Self.known(unit, person) + ["invitation"]
        case .person(let unit, let account): Self.person(unit, account)
        case .personDetails(let unit, let account): Self.person(unit, account) + ["details"]
        case .personState(let unit, let account): Self.person(unit, account) + ["state"]
        case .personRoles(let unit, let account): Self.person(unit, account) + ["roles"]
        case .personEndedRoles(let unit, let account): Self.person(unit, account) + ["ended-roles"]
        case .personEndedCodes(let unit, let account): Self.person(unit, account) + ["ended-codes"]
        case .units: ["units"]
        case .unit(let unit): ["units", Segment("unit", unit)]
        case .strands(let unit): ["units", Segment("unit", unit), "strands"]
        case .unitSettings(let unit): ["units", Segment("unit", unit), "settings"]
        case .unitChildren(let unit): ["units", Segment("unit", unit), "units"]
        case .unitName(let unit): ["units", Segment("unit", unit), "name"]
        case .unitParent(let unit): ["units", Segment("unit", unit), "parent"]
        case .unitEvents(let unit): ["units", Segment("unit", unit), "events"]
        case .deletedUnit(let unit): ["units", Segment("unit", unit), "deleted"]
        case .bin(let unit): ["units", Segment("unit", unit), "bin"]
        case .restoredItem(let unit, let item): Self.item(unit, item) + ["restored"]
        case .purgedItem(let unit, let item): Self.item(unit, item) + ["purged"]
        case .measures(let unit): ["units", Segment("unit", unit), "measures"]
        case .newMeasure(let unit): ["units", Segment("unit", unit), "measures", "new"]
        case .measure(let unit, let measure): Self.measure(unit, measure)
        case .retirement(let unit, let measure): Self.measure(unit, measure) + ["retirement"]
        case .withdrawnRetirement(let unit, let measure):
            Self.measure(unit, measure) + ["withdrawn-retirement"]
        case .deletedMeasure(let unit, let measure): Self.measure(unit, measure) + ["deleted"]
        case .observations(let unit, let format):
            ["units", Segment("unit", unit), format.segment("observations")]
        case .series(let unit, let series): Self.series(unit, series)
        case .seriesPicture(let unit, let series, let file):
            Self.series(unit, series) + [Segment("file", file)]
        case .seriesData(let unit, let series, let format):
            Self.series(unit, series) + [format.segment("data")]
        case .phases(let unit, let series): Self.series(unit, series) + ["phases"]
        case .withdrawnPhases(let unit, let series): Self.series(unit, series) + ["withdrawn-phases"]
        case .annotations(let unit, let series): Self.series(unit, series) + ["annotations"]
        case .withdrawnAnnotations(let unit, let series):
            Self.series(unit, series) + ["withdrawn-annotations"]
        case .phase(let unit, let series, let phase):
            Self.series(unit, series) + ["phases", Segment("phase", phase)]
        case .deletedPhase(let unit, let series, let phase):
            Self.series(unit, series) + ["phases", Segment("phase", phase), "deleted"]
        case .annotation(let unit, let series, let note):
            Self.series(unit, series) + ["annotations", Segment("annotation", note)]
        case .deletedAnnotation(let unit, let series, let note):
            Self.series(unit, series) + ["annotations", Segment("annotation", note), "deleted"]
        case .restoredEdition(let unit, let series): Self.series(unit, series) + ["restored-editions"]
        case .deletedSeries(let unit, let series): Self.series(unit, series) + ["deleted"]
        case .sharing(let unit): ["units", Segment("unit", unit), "sharing"]
        case .endedShares(let unit): ["units", Segment("unit", unit), "sharing", "ended"]
        case .outsideView(let unit, let series): Self.series(unit, series) + ["outside"]
        case .publicLinks(let unit, let series): Self.series(unit, series) + ["public-links"]
        case .shared(let code): ["shared", Segment("code", code)]
        case .sharedPicture(let code, let file): ["shared", Segment("code", code), Segment("file", file)]
        case .sharedData(let code, let format): ["shared", Segment("code", code), format.segment("data")]
        case .signals(let unit): ["units", Segment("unit", unit), "signals"]
        case .raisedSignals(let unit): ["units", Segment("unit", unit), "raised-signals"]
        case .signal(let unit, let signal): Self.signal(unit, signal)
        case .signalSteps(let unit, let signal): Self.signal(unit, signal) + ["steps"]
        case .reviews(let address): address.segments
        case .activities(let address): address.segments
        case .reports(let address): address.segments
        case .calendarFeeds: ["account", "calendar"]
        case .endedCalendarFeeds: ["account", "calendar", "ended"]
        case .calendar(let code): ["calendars", Segment("code", code), "sightline.ics"]
        case .programmes(let unit): ["units", Segment("unit", unit), "programmes"]
        case .newProgramme(let unit): ["units", Segment("unit", unit), "programmes", "new"]
        case .cycleBoard(let unit): ["units", Segment("unit", unit), "cycles"]
        case .cycleLibrary(let unit): ["units", Segment("unit", unit), "library"]
        case .programme(let unit, let programme): Self.programme(unit, programme)
        case .programmeDetails(let unit, let programme): Self.programme(unit, programme) + ["details"]
        case .part(let unit, let programme, let part): Self.programme(unit, programme) + part.segments
        case .theoryPicture(let unit, let programme, let file):
            Self.programme(unit, programme) + [Segment("drawing", file)]
        case .theoryNodes(let unit, let programme): Self.programme(unit, programme) + ["nodes"]
        case .theoryNode(let unit, let programme, let node): Self.node(unit, programme, node)
        case .movedNode(let unit, let programme, let node): Self.node(unit, programme, node) + ["position"]
        case .removedNode(let unit, let programme, let node): Self.node(unit, programme, node) + ["removal"]
        case .nodeArrows(let unit, let programme, let node): Self.node(unit, programme, node) + ["arrows"]
        case .nodeMeasures(let unit, let programme, let node): Self.node(unit, programme, node) + ["measures"]
        case .arrow(let unit, let programme, let arrow): Self.arrow(unit, programme, arrow)
        case .removedArrow(let unit, let programme, let arrow):
            Self.arrow(unit, programme, arrow) + ["removal"]
        case .newCycle(let unit, let programme, let node): Self.node(unit, programme, node) + ["cycles"]
        case .cycle(let unit, let programme, let cycle): Self.cycle(unit, programme, cycle)
        case .cyclePlan(let unit, let programme, let cycle): Self.cycle(unit, programme, cycle) + ["plan"]
        case .cycleStart(let unit, let programme, let cycle): Self.cycle(unit, programme, cycle) + ["start"]
        case .cyclePredictions(let unit, let programme, let cycle):
            Self.cycle(unit, programme, cycle) + ["predictions"]
        case .cycleStudy(let unit, let programme, let cycle): Self.cycle(unit, programme, cycle) + ["study"]
        case .cycleClosure(let unit, let programme, let cycle):
            Self.cycle(unit, programme, cycle) + ["closure"]
        case .stories(let unit): Self.stories(unit)
        case .newStory(let unit): Self.stories(unit) + ["new"]
        case .story(let unit, let story): Self.story(unit, story)
        case .storyDetails(let unit, let story): Self.story(unit, story) + ["details"]
        case .storyConsents(let unit, let story): Self.story(unit, story) + ["consents"]
        case .endedConsents(let unit, let story): Self.story(unit, story) + ["ended-consents"]
        case .deletedStory(let unit, let story): Self.story(unit, story) + ["deleted"]
        case .packs(let address): address.segments
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

    private static func item(_ unit: Unit.ID, _ item: BinItem.ID) -> [Segment] {
        ["units", Segment("unit", unit), "bin", Segment("item", item)]
    }

    private static func person(_ unit: Unit.ID, _ account: Account.ID) -> [Segment] {
        ["units", Segment("unit", unit), "people", Segment("person", account)]
    }

    private static func known(_ unit: Unit.ID, _ person: Person.ID) -> [Segment] {
        ["units", Segment("unit", unit), "known-people", Segment("known-person", person)]
    }

    private static func measure(_ unit: Unit.ID, _ measure: Measure.ID) -> [Segment] {
        ["units", Segment("unit", unit), "measures", Segment("measure", measure)]
    }

    private static func signal(_ unit: Unit.ID, _ signal: Signal.ID) -> [Segment] {
        ["units", Segment("unit", unit), "signals", Segment("signal", signal)]
    }

    private static func programme(_ unit: Unit.ID, _ programme: Programme.ID) -> [Segment] {
        ["units", Segment("unit", unit), "programmes", Segment("programme", programme)]
    }

    private static func node(_ unit: Unit.ID, _ programme: Programme.ID, _ node: TheoryNode.ID) -> [Segment] {
        Self.programme(unit, programme) + ["nodes", Segment("node", node)]
    }

    private static func arrow(
        _ unit: Unit.ID,
        _ programme: Programme.ID,
        _ arrow: TheoryLink.ID
    ) -> [Segment] {
        Self.programme(unit, programme) + ["arrows", Segment("arrow", arrow)]
    }

    private static func cycle(_ unit: Unit.ID, _ programme: Programme.ID, _ cycle: Cycle.ID) -> [Segment] {
        Self.programme(unit, programme) + ["cycles", Segment("cycle", cycle)]
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
