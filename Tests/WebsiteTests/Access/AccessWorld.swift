import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// A site with one of everything that an address can name, in one organisation and around it.
struct AccessWorld: Sendable {
    let site: TestSite
    let above: Unit.ID
    /// An organisation with an administrator of its own.
    let own: Unit.ID
    let below: Unit.ID
    let beside: Unit.ID
    let series: [AccessTable.Subject: Series.ID]
    let signals: [AccessTable.Subject: Signal.ID]
    let measures: [AccessTable.Subject: Measure.ID]
    let recordings: [AccessTable.Subject: Recording.ID]
    let programmes: [AccessTable.Subject: SampleProgramme]
    /// Someone with a role in the organisation whom its administrators and people managers look after.
    let member: Account.ID
    /// Someone without an account whom the organisation knows.
    let known: Person.ID

    init(_ site: TestSite) async throws {
        self.site = site
        above = try await site.add("North", .place, inside: site.community)
        own = try await site.add("Clinic", .organisation, inside: above)
        below = try await site.add("Ward", .team, inside: own)
        beside = try await site.add("Charity", .organisation, inside: above)
        _ = try await site.session(of: .administrator, on: own)
        let keeper = own
        let shared = try await site.addMeasure("falls")
        let kept = try await site.addMeasure("secret-falls") { measure in
            measure.unit = keeper
            measure.title = "Secret falls"
        }
        var series: [AccessTable.Subject: Series.ID] = [:]
        var recordings: [AccessTable.Subject: Recording.ID] = [:]
        for (subject, measure) in [(AccessTable.Subject.shared, shared), (.kept, kept)] {
            series[subject] = try await site.record(Values.shifted, of: measure, in: own)
            recordings[subject] = try #require(try await site.recordings().first).id
            site.clock.advance(bySeconds: 60)
        }
        var signals: [AccessTable.Subject: Signal.ID] = [:]
        for (subject, series) in series {
            let found = try await site.database.read { try SignalStore.all(of: series, on: $0) }
            signals[subject] = try #require(found.first).id
        }
        self.signals = signals
        measures = [.shared: shared.id, .kept: kept.id]
        programmes = [
            .shared: try await SampleProgramme("Fewer falls", .place, in: own, of: site),
            .kept: try await SampleProgramme("Secret falls", .unit, in: own, of: site),
        ]
        self.series = series
        self.recordings = recordings
        let context = site.context
        known = try await site.database.write { connection in
            try KnownPersonStore.insert(name: "Kim", email: nil, in: keeper, context, on: connection).id
        }
        member = try await site.database.write { connection in
            let account = try AccountStore.insert(name: "Mel", context, on: connection)
            let grant = RoleGrant(role: .viewer, unit: keeper)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            return account.id
        }
    }

    func place(_ position: AccessTable.Position) -> Unit.ID {
        switch position {
        case .on: own
        case .above: above
        case .beside: beside
        case .below: below
        }
    }

    /// The address of the same shape as a route's example that names what there is here.
    ///
    /// - Parameter person: the visitor, who is sent what only they may open.
    func address(
        like example: Address,
        _ subject: AccessTable.Subject?,
        for person: Person.ID?
    ) async throws -> Address {
        let subject = subject ?? .shared
        let found = try #require(series[subject])
        let recording = try #require(recordings[subject])
        let measure = try #require(measures[subject])
        switch example {
        case .root, .health, .readiness, .asset, .about, .accessibility, .signIn, .session, .units, .letters,
            .account, .accountPassword, .endedSessions, .passwordResets, .secondStep, .codes, .confirmedCodes,
            .endedCodes, .recoveryCodes, .coaches, .endedCoaches, .coaching, .providerSignIn, .providerReturn,
            .accountProvider, .endedIdentities, .calendarFeeds, .endedCalendarFeeds:
            return example
        case .signInLink: return .signInLink(try await signInCode())
        case .invitation, .passwordReset: return try await invited(like: example)
        case .audit, .auditFile, .people, .invitations, .invitationFiles, .withdrawnInvitations,
            .coachedPerson, .newPerson, .knownPerson, .knownPersonState, .knownPersonInvitation,
            .requiredCodes, .person, .personDetails, .personState, .personRoles, .personEndedRoles,
            .personEndedCodes:
            return try await people(like: example, for: person)
        case .unit, .strands, .unitSettings, .unitChildren, .unitName, .unitParent, .unitEvents, .deletedUnit:
            return units(like: example)
        case .measures: return .measures(own)
        case .newMeasure: return .newMeasure(own)
        case .measure: return .measure(own, measure)
        case .retirement: return .retirement(own, measure)
        case .withdrawnRetirement: return .withdrawnRetirement(own, measure)
        case .deletedMeasure, .deletedSeries, .bin, .restoredItem, .purgedItem, .phase, .deletedPhase,
            .annotation, .deletedAnnotation:
            return try await passing(like: example, subject, found)
        case .observations(_, let format): return .observations(own, format)
        case .series: return .series(own, found)
        case .seriesPicture: return .seriesPicture(own, found, .svg)
        case .seriesData(_, _, let format): return .seriesData(own, found, format)
        case .phases: return .phases(own, found)
        case .withdrawnPhases: return .withdrawnPhases(own, found)
        case .annotations: return .annotations(own, found)
        case .restoredEdition: return .restoredEdition(own, found)
        case .withdrawnAnnotations: return .withdrawnAnnotations(own, found)
        case .sharing, .endedShares, .outsideView, .publicLinks, .shared, .sharedPicture, .sharedData:
            return try await sharing(like: example, found)
        case .signals, .raisedSignals, .signal, .signalSteps: return try signals(like: example, subject)
        case .reviews(let example): return .reviews(try await review(like: example, subject))
        case .reports(let example): return .reports(try await report(like: example, subject))
        case .calendar: return .calendar(try await calendarCode())
        case .programmes, .newProgramme, .cycleBoard, .cycleLibrary, .programme, .programmeDetails,
            .theoryPicture, .theoryNodes, .theoryNode, .movedNode, .removedNode, .nodeArrows, .nodeMeasures,
            .arrow, .removedArrow, .newCycle, .cycle, .cyclePlan, .cycleStart, .cyclePredictions, .cycleStudy,
            .cycleClosure, .part:
            return try await programme(like: example, subject)
        case .stories, .newStory, .story, .storyDetails, .storyConsents, .endedConsents, .deletedStory,
            .activities:
            return try await stories(like: example, subject)
        case .packs(let example): return .packs(try await packs(like: example, subject))
        case .imports, .pendingImport, .discardedImport, .recording, .undoneRecording:
            return try await imports(like: example, recording, for: person)
        }
    }

    /// The same for forms that change the unit.
    private func units(like example: Address) -> Address {
        switch example {
        case .unit: .unit(own)
        case .strands: .strands(own)
        case .unitSettings: .unitSettings(own)
        case .unitName: .unitName(own)
        case .unitParent: .unitParent(own)
        case .unitEvents: .unitEvents(own)
        case .deletedUnit: .deletedUnit(own)
        default: .unitChildren(own)
        }
    }

    /// The same for addresses of programmes; what a visit may delete is made afresh.
    private func programme(like example: Address, _ subject: AccessTable.Subject) async throws -> Address {
        switch example {
        case .part(_, _, .deleted), .part(_, _, .deletedCycle):
            let isKept = subject == .kept
            let (title, visibility) = isKept ? ("Secret falls", Visibility.unit) : ("Fewer falls", .place)
            let fresh = try await SampleProgramme(title, visibility, in: own, of: site)
            return try #require(fresh.address(like: example))
        default: return try #require(programmes[subject]?.address(like: example))
        }
    }

    /// The same for addresses of someone who is invited.
    private func invited(like example: Address) async throws -> Address {
        let code = try await invitation()
        if case .passwordReset = example { return .passwordReset(code) }
        return .invitation(code)
    }

    /// The same for addresses about what others see.
    private func sharing(like example: Address, _ found: Series.ID) async throws -> Address {
        switch example {
        case .endedShares: return .endedShares(own)
        case .outsideView: return .outsideView(own, found)
        case .publicLinks: return .publicLinks(own, found)
        case .shared: return .shared(try await publicLink(found))
        case .sharedPicture: return .sharedPicture(try await publicLink(found), .svg)
        case .sharedData(_, let format): return .sharedData(try await publicLink(found), format)
        default: return .sharing(own)
        }
    }

    /// The same for addresses about imports.
    private func imports(
        like example: Address,
        _ recording: Recording.ID,
        for person: Person.ID?
    ) async throws -> Address {
        switch example {
        case .pendingImport: return .pendingImport(own, try await pending(by: person))
        case .discardedImport: return .discardedImport(own, try await pending(by: person))
        case .recording: return .recording(own, recording)
        case .undoneRecording: return .undoneRecording(own, recording)
        default: return .imports(own)
        }
    }

    /// The same for addresses of the ledger.
    private func signals(like example: Address, _ subject: AccessTable.Subject) throws -> Address {
        let signal = try #require(signals[subject])
        switch example {
        case .signal: return .signal(own, signal)
        case .signalSteps: return .signalSteps(own, signal)
        case .raisedSignals: return .raisedSignals(own)
        default: return .signals(own)
        }
    }

    /// The same for addresses about people.
    private func people(like example: Address, for person: Person.ID?) async throws -> Address {
        switch example {
        case .audit: return .audit(own)
        case .auditFile(_, let format): return .auditFile(own, format)
        case .people: return .people(own)
        case .invitations: return .invitations(own)
        case .invitationFiles: return .invitationFiles(own)
        case .withdrawnInvitations: return .withdrawnInvitations(own)
        case .coachedPerson: return .coachedPerson(try await choice(of: person))
        case .newPerson: return .newPerson(own)
        case .knownPerson: return .knownPerson(own, known)
        case .knownPersonState: return .knownPersonState(own, known)
        case .knownPersonInvitation: return .knownPersonInvitation(own, known)
        case .requiredCodes: return .requiredCodes(own)
        case .personEndedCodes: return .personEndedCodes(own, member)
        case .person: return .person(own, member)
        case .personDetails: return .personDetails(own, member)
        case .personState: return .personState(own, member)
        case .personRoles: return .personRoles(own, member)
        case .personEndedRoles: return .personEndedRoles(own, member)
        default: return example
        }
    }

    /// That the member has chosen a visitor as their coach.
    private func choice(of coach: Person.ID?) async throws -> CoachChoice.ID {
        let context = site.context
        let member = member
        return try await site.database.write { connection in
            guard let coach = try coach.flatMap({ try AccountStore.find(of: $0, on: connection) }),
                let person = try AccountStore.find(member, on: connection)
            else { return context.makeID() }
            return try CoachStore.choose(
                coach.id,
                by: person.person.id,
                views: Set(CoachView.allCases),
                context,
                on: connection
            )
        }
    }

    /// The same for what a visit may delete: made afresh.
    private func passing(
        like example: Address,
        _ subject: AccessTable.Subject,
        _ found: Series.ID
    ) async throws -> Address {
        switch example {
        case .deletedMeasure: return .deletedMeasure(own, try await fresh(subject).measure)
        case .deletedSeries:
            let fresh = try await fresh(subject)
            return .deletedSeries(own, fresh.series)
        case .bin: return .bin(own)
        case .restoredItem: return .restoredItem(own, try await binned(found))
        case .purgedItem: return .purgedItem(own, try await binned(found))
        case .phase: return .phase(own, found, try await phase(of: found))
        case .deletedPhase: return .deletedPhase(own, found, try await phase(of: found))
        case .annotation: return .annotation(own, found, try await note(on: found).id)
        case .deletedAnnotation: return .deletedAnnotation(own, found, try await note(on: found).id)
        default: throw AccessTable.UnknownGroup(name: example.pattern)
        }
    }

    /// A measure that may be deleted, with a series.
    private func fresh(
        _ subject: AccessTable.Subject
    ) async throws -> (measure: Measure.ID, series: Series.ID) {
        let id = site.context.makeID(of: Measure.self)
        let keeper = own
        let measure = try await site.addMeasure("extra-\(id)") { measure in
            measure.unit = subject == .kept ? keeper : nil
            measure.title = subject == .kept ? "Secret falls" : "Falls"
        }
        return (measure.id, try await site.record(Values.stable(3), of: measure, in: own))
    }

    private func note(on series: Series.ID) async throws -> Annotation {
        let context = site.context
        return try await site.database.write { connection in
            let day = try #require(try SeriesStore.observations(of: series, on: connection).days.last)
            return try AnnotationStore.add(
                "Secret falls",
                .note,
                on: day,
                to: series,
                context,
                on: connection
            )
        }
    }

    /// The phase that the series has, or a fresh one.
    private func phase(of series: Series.ID) async throws -> Phase.ID {
        let context = site.context
        return try await site.database.write { connection in
            let days = try SeriesStore.observations(of: series, on: connection).days
            let phases = try PhaseStore.all(of: series, on: connection)
            if let known = phases.first(where: { $0.withdrawn == nil }) { return known.id }
            return try PhaseStore.start(days[12], of: series, reason: "New ward", context, on: connection).id
        }
    }

    /// A note in the bin.
    private func binned(_ series: Series.ID) async throws -> BinItem.ID {
        let note = try await note(on: series)
        let context = site.context
        return try await site.database.write {
            try BinStore.delete(note.id, of: series, context, on: $0).id
        }
    }

    /// The code of a fresh invitation.
    private func invitation() async throws -> SignInCode {
        let context = site.context
        let unit = own
        return try await site.database.write { connection in
            SignInCode(
                try InvitationStore.insert(
                    email: "ada@example.org",
                    name: "Ada",
                    role: .viewer,
                    on: unit,
                    context,
                    on: connection
                )
            )
        }
    }

    private func signInCode() async throws -> SignInCode {
        let now = site.clock.now
        return try await site.database.write { try Administrator.link(now: now, on: $0) }
    }

    /// The code of a fresh public link.
    private func publicLink(_ series: Series.ID) async throws -> SignInCode {
        let context = site.context
        return try await site.database.write { connection in
            let series = try #require(try SeriesStore.find(series, on: connection))
            return SignInCode(try PublicLinkStore.make(to: series, expires: nil, context, on: connection))
        }
    }

    /// A file that a person sent and that waits.
    private func pending(by person: Person.ID?) async throws -> PendingImport.ID {
        let context = Context(author: Author(name: "Robin", person: person), now: site.clock.now)
        let pending = PendingImport(
            id: context.makeID(),
            unit: own,
            measure: nil,
            isForWholeUnit: true,
            mode: .merge,
            reason: "Monthly return",
            fileName: "falls.csv",
            bytes: Array("measure,date,value\nfalls,2024-01-01,3\n".utf8),
            author: context.author,
            instant: context.now
        )
        try await site.database.write { try PendingImportStore.insert(pending, context, on: $0) }
        return pending.id
    }
}
