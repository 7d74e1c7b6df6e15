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
    let measures: [AccessTable.Subject: Measure.ID]
    let recordings: [AccessTable.Subject: Recording.ID]
    let programmes: [AccessTable.Subject: SampleProgramme]
    /// Someone with a role in the organisation whom its administrators and people managers look after.
    let member: Account.ID

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
        measures = [.shared: shared.id, .kept: kept.id]
        programmes = [
            .shared: try await SampleProgramme("Fewer falls", .place, in: own, of: site),
            .kept: try await SampleProgramme("Secret falls", .unit, in: own, of: site),
        ]
        self.series = series
        self.recordings = recordings
        let context = site.context
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
            .account, .accountPassword, .endedSessions, .passwordResets:
            return example
        case .signInLink:
            let now = site.clock.now
            return .signInLink(try await site.database.write { try Administrator.link(now: now, on: $0) })
        case .invitation: return .invitation(try await invitation())
        case .passwordReset: return .passwordReset(try await invitation())
        case .audit: return .audit(own)
        case .auditFile: return .auditFile(own)
        case .people: return .people(own)
        case .invitations: return .invitations(own)
        case .withdrawnInvitations: return .withdrawnInvitations(own)
        case .person: return .person(own, member)
        case .personDetails: return .personDetails(own, member)
        case .personState: return .personState(own, member)
        case .personRoles: return .personRoles(own, member)
        case .personEndedRoles: return .personEndedRoles(own, member)
        case .unit: return .unit(own)
        case .unitSettings: return .unitSettings(own)
        case .unitChildren: return .unitChildren(own)
        case .unitName: return .unitName(own)
        case .unitParent: return .unitParent(own)
        case .unitEvents: return .unitEvents(own)
        case .measures: return .measures(own)
        case .newMeasure: return .newMeasure(own)
        case .measure: return .measure(own, measure)
        case .retirement: return .retirement(own, measure)
        case .withdrawnRetirement: return .withdrawnRetirement(own, measure)
        case .observations: return .observations(own)
        case .series: return .series(own, found)
        case .seriesPicture: return .seriesPicture(own, found, .svg)
        case .seriesData: return .seriesData(own, found)
        case .phases: return .phases(own, found)
        case .withdrawnPhases: return .withdrawnPhases(own, found)
        case .annotations: return .annotations(own, found)
        case .withdrawnAnnotations: return .withdrawnAnnotations(own, found)
        case .imports: return .imports(own)
        case .pendingImport: return .pendingImport(own, try await pending(by: person))
        case .discardedImport: return .discardedImport(own, try await pending(by: person))
        case .recording: return .recording(own, recording)
        case .undoneRecording: return .undoneRecording(own, recording)
        case .programmes, .newProgramme, .cycleBoard, .cycleLibrary, .programme, .programmeDetails,
            .theoryNodes,
            .theoryNode, .movedNode, .removedNode, .nodeArrows, .nodeMeasures, .arrow, .removedArrow,
            .newCycle,
            .cycle, .cyclePlan, .cycleStart, .cyclePredictions, .cycleStudy, .cycleClosure:
            return try #require(programmes[subject]?.address(like: example))
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
        try await site.database.write { try PendingImportStore.insert(pending, on: $0) }
        return pending.id
    }
}
