import Hummingbird
import NIOCore
import Sightline
import Storage

/// The one point of authorisation: every route but assets and probes passes it, and it denies by default.
struct Gate: Sendable {
    private let directory = Directory()

    /// Admits a visitor, answers them, and keeps their frame with an error of the answer.
    func admit(
        _ arrival: Arrival,
        on connection: any SQLConnection,
        answer: (Visit) throws -> Answer
    ) throws -> FramedAnswer {
        let visit = try admit(arrival, on: connection)
        do {
            return FramedAnswer(try answer(visit), to: visit)
        } catch {
            throw FramedError(underlying: error, frame: visit.frame)
        }
    }

    /// Finds out who is there and whether they may pass.
    ///
    /// - Throws: `Failure.signInNeeded`, `.forbidden` or `.notFound`, with the visitor's frame where they
    ///   have one.
    func admit(_ arrival: Arrival, on connection: any SQLConnection) throws -> Visit {
        let admission = arrival.address.admission(for: arrival.method)
        let (session, account) = try visitor(of: arrival, on: connection)
        guard admission == .everyone || account != nil else { throw Failure.signInNeeded }
        var frame = Frame(notice: arrival.notice)
        if let account, let secret = arrival.secret {
            frame.visitorName = account.person.name
            if admission != .everyone { frame.printed = arrival.printed }
            frame.formToken = FormToken.make(session: secret)
        }
        let standing = admission.unit ?? account.flatMap(home)
        let tree = try standing.map { _ in try directory.tree(on: connection) } ?? UnitTree([])
        let measure = try admission.series.flatMap { try MeasureStore.find(of: $0, on: connection) }
        let decision = try decide(admission, of: measure, account, tree, on: connection)
        try refuse(decision, in: frame, on: connection)
        if let standing { frame.stand(at: standing, in: tree) }
        frame.sections = sections(for: account, at: standing, in: tree)
        let needsTouch = session.map { $0.seen.advanced(bySeconds: Self.touchSeconds) < arrival.now } ?? false
        return Visit(
            account: account,
            session: arrival.secret,
            sessionNeedsTouch: needsTouch,
            now: arrival.now,
            client: arrival.client,
            keptSeries: measure.flatMap { $0.isKept ? admission.subject($0, named: $0.title) : nil },
            query: arrival.query,
            frame: frame,
            directory: directory
        )
    }

    /// A session's use is recorded to so many seconds, so that not every page writes to the database.
    private static let touchSeconds: Int64 = 300

    /// The session of a request, if it hasn't ended, and its account, if it is active.
    private func visitor(
        of arrival: Arrival,
        on connection: any SQLConnection
    ) throws -> (session: Session?, account: Account?) {
        guard
            let secret = arrival.secret,
            let session = try SignInStore.session(secret, at: arrival.now, on: connection),
            let account = try AccountStore.find(session.account, on: connection), account.isActive
        else { return (nil, nil) }
        return (session, account)
    }

    /// The unit that pages about none in particular stand in: the visitor's only one, or none of several.
    private func home(of account: Account) -> Unit.ID? {
        let units = Set(account.roles.map(\.unit))
        return units.count == 1 ? units.first : nil
    }

    /// The parts of the site that a visitor may enter from a unit.
    private func sections(for account: Account?, at unit: Unit.ID?, in tree: UnitTree) -> Set<Section> {
        Set(
            Section.allCases.filter { section in
                guard let action = section.action, let unit else { return true }
                return Access.decide(account, action, on: unit, in: tree).isAllowed
            }
        )
    }

    private func decide(
        _ admission: Admission,
        of measure: Measure?,
        _ account: Account?,
        _ tree: UnitTree,
        on connection: any SQLConnection
    ) throws -> Access.Decision? {
        switch admission {
        case .everyone, .signedIn: return nil
        case .permitted(let action, on: let unit):
            return Access.decide(account, action, on: unit, in: tree)
        case .permittedSeries(let action, on: let unit, of: _):
            guard tree[unit] != nil, let measure else { return .denied(.unitUnknown) }
            return Access.decide(account, action, on: unit, of: measure, in: tree)
        case .permittedMeasure(let action, on: let unit, of: let measure):
            guard tree[unit] != nil, let measure = try MeasureStore.find(measure, on: connection) else {
                return .denied(.unitUnknown)
            }
            return Access.decide(account, action, onDefinitionOf: measure, from: unit, in: tree)
        case .permittedProgramme(let action, on: let unit, of: let id):
            guard let programme = try ProgrammeStore.find(id, on: connection), programme.unit == unit else {
                return .denied(.unitUnknown)
            }
            return Access.decide(account, action, on: programme, in: tree)
        }
    }

    private func refuse(
        _ decision: Access.Decision?,
        in frame: Frame,
        on connection: any SQLConnection
    ) throws {
        guard case .denied(let reason) = decision else { return }
        let failure: Failure =
            switch reason {
            case .notSignedIn, .accountInactive: .signInNeeded
            case .unitUnknown: .notFound
            case .notPermitted: .forbidden
            case .kept(let unit), .selfGoverned(let unit): try kept(by: unit, on: connection)
            }
        throw FramedError(underlying: failure, frame: frame)
    }

    /// Says who to ask for what a unit keeps to itself, and nothing of what that is.
    private func kept(by unit: Unit.ID, on connection: any SQLConnection) throws -> Failure {
        guard let keeper = try UnitStore.find(unit, on: connection) else { return .forbidden }
        let administrators = try AccountStore.administrators(of: unit, on: connection)
        return .kept(by: keeper.name, ask: administrators.map(\.person.name))
    }
}

extension Gate {
    /// Reads a form that was sent, if it comes from a page of this site and session.
    func form(in request: Request, of arrival: Arrival) async throws -> Form {
        try requireOwnPage(request, arrival)
        let body = try await withTimeLimit(Limits.formTime) {
            try await request.body.collect(upTo: Limits.formBytes)
        }
        let form = try Form(urlEncoded: body.readableBytesView)
        try requireToken(form[FormToken.field], arrival)
        return form
    }

    /// Reads a form with a file, if it comes from a page of this site and session.
    func upload(in request: Request, of arrival: Arrival) async throws -> Upload {
        try requireOwnPage(request, arrival)
        guard let boundary = request.headers[.contentType].flatMap(Upload.boundary(in:)) else {
            throw Failure.badRequest("A file was expected, but the form was sent without one.")
        }
        return try await withTimeLimit(Limits.uploadTime) {
            var reader = UploadReader(boundary: boundary)
            for try await piece in request.body {
                try reader.read(piece.readableBytesView) { try requireToken($0, arrival) }
            }
            return try reader.finish()
        }
    }

    /// Refuses a form of another site, and one that nobody signed in could have sent.
    private func requireOwnPage(_ request: Request, _ arrival: Arrival) throws(Failure) {
        guard !FormToken.isForeign(request) else { throw .formNotOurs }
        guard arrival.secret != nil || arrival.isForEveryone else { throw .signInNeeded }
    }

    private func requireToken(_ token: String, _ arrival: Arrival) throws(Failure) {
        guard !arrival.isForEveryone else { return }
        guard let secret = arrival.secret, FormToken.matches(token, session: secret) else {
            throw .formNotOurs
        }
    }
}

extension Arrival {
    /// Whether the address takes a form from anyone: the one-time link, whose code is the proof.
    fileprivate var isForEveryone: Bool { address.admission(for: method) == .everyone }
}
