import Hummingbird
import NIOCore
import Sightline
import Storage

/// The one point of authorisation: every route but assets and probes passes it, and it denies by default.
struct Gate: Sendable {
    private let directory = Directory()
    private let visitors = Memory<String, Visitor>(limit: 1_000)
    let pages = PageMemory()
    /// How long a form may take to arrive.
    let formTime: Duration

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
        let visitor = try visitor(of: arrival, on: connection)
        let account = visitor?.account
        guard admission == .everyone || account != nil else { throw Failure.signInNeeded }
        var frame = Frame(notice: arrival.notice)
        if let account, let secret = arrival.secret {
            frame.visitorName = account.person.name
            if admission != .everyone { frame.printed = arrival.printed }
            frame.formToken = FormToken.make(session: secret)
        }
        let lacksCode = admission != .everyone && visitor?.lacksCode == true
        guard !lacksCode || arrival.address.isOpenWithoutCode else {
            throw FramedError(underlying: Failure.codeNeeded, frame: frame)
        }
        let standing = admission.unit ?? account.flatMap(home)
        let tree = try standing.map { _ in try directory.tree(on: connection) } ?? UnitTree([])
        let signal = try admission.signal.flatMap { try LedgerStore.place(of: $0, on: connection) }
        let series = admission.series ?? signal?.series
        let measure = try series.flatMap { try directory.measure(of: $0, on: connection) }
        let decision =
            admission.signal != nil && signal?.unit != admission.unit
            ? .denied(.unitUnknown) : try decide(admission, of: measure, account, tree, on: connection)
        try refuse(decision, in: frame, on: connection)
        if !lacksCode {
            if let standing { frame.stand(at: standing, in: tree) }
            frame.sections = sections(for: account, at: standing, in: tree)
            frame.draft = try draft(of: account, arrival, on: connection)
        }
        let lastSeen = visitor?.session.seen
        let needsTouch = lastSeen.map { $0.advanced(bySeconds: Self.touchSeconds) < arrival.now } ?? false
        return Visit(
            account: account,
            session: arrival.secret,
            attempt: arrival.attempt,
            secondStep: arrival.secondStep,
            sessionNeedsTouch: needsTouch,
            now: arrival.now,
            client: arrival.client,
            draft: arrival.draft,
            keptSubject: try Self.kept(series, of: measure, admission)
                ?? Self.kept(admission, on: connection),
            way: arrival.address.way,
            query: arrival.query,
            frame: frame,
            directory: directory
        )
    }

    /// The form that comes back on the page that is asked for, to the person who typed it.
    private func draft(
        of account: Account?,
        _ arrival: Arrival,
        on connection: any SQLConnection
    ) throws -> Draft? {
        guard arrival.method == .get, let account, let secret = arrival.draft else { return nil }
        let draft = try DraftStore.find(secret, of: account.id, at: arrival.now, on: connection)
        return draft?.page == arrival.address.path ? draft : nil
    }

    /// What is opened that a unit keeps to itself.
    private static func kept(
        _ series: Series.ID?,
        of measure: Measure?,
        _ admission: Admission
    ) -> AuditEntry.Subject? {
        guard let series, let measure, measure.isKept else { return nil }
        return admission.subject(series, of: measure)
    }

    /// The same of what isn't a series: a story is kept where nobody else sees it for want of consent, too.
    private static func kept(
        _ admission: Admission,
        on connection: any SQLConnection
    ) throws -> AuditEntry.Subject? {
        func kept<Thing>(
            _ thing: Thing?,
            reach: (Thing) -> Visibility?,
            _ subject: (Thing) -> AuditEntry.Subject
        ) -> AuditEntry.Subject? {
            guard let thing, (reach(thing) ?? .unit) == .unit else { return nil }
            return subject(thing)
        }
        return switch admission {
        case .permittedProgramme(_, on: _, of: let id):
            kept(
                try ProgrammeStore.find(id, on: connection),
                reach: \.visibility
            ) { AuditEntry.subject($0) }
        case .permittedStory(_, on: _, of: let id):
            kept(try StoryStore.find(id, on: connection), reach: \.reach) { AuditEntry.subject($0) }
        case .permittedPack(_, on: _, of: let id):
            kept(try PackStore.find(id, on: connection), reach: \.visibility) { AuditEntry.subject($0) }
        case .permittedReport(_, on: _, of: let id):
            kept(try ReportStore.find(id, on: connection), reach: \.visibility) { AuditEntry.subject($0) }
        default: nil
        }
    }

    /// A session's use is recorded to so many seconds, so that not every page writes to the database.
    private static let touchSeconds: Int64 = 300

    /// Someone who is signed in.
    private struct Visitor {
        let session: Session
        let account: Account
        /// Whether a role of the account needs one-time codes, and it has none yet.
        let lacksCode: Bool
    }

    /// Who makes a request: a session that hasn't ended, of an active account.
    private func visitor(of arrival: Arrival, on connection: any SQLConnection) throws -> Visitor? {
        guard let secret = arrival.secret else { return nil }
        let (key, mark) = (secret.hash, try connection.dataMark())
        if let mark, let visitor = visitors.known(key, at: mark) {
            return visitor.session.isValid(at: arrival.now) ? visitor : nil
        }
        guard
            let session = try SignInStore.session(secret, at: arrival.now, on: connection),
            let account = try AccountStore.find(session.account, on: connection), account.isActive
        else { return nil }
        let lacksCode = try RequiredCodeStore.isMissing(from: account, on: connection)
        let visitor = Visitor(session: session, account: account, lacksCode: lacksCode)
        if let mark { visitors.keep(visitor, for: key, at: mark) }
        return visitor
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
                if section == .coaching { return Access.decide(account, holding: .coach).isAllowed }
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
        case .holding(let role): return Access.decide(account, holding: role)
        case .permitted(let action, on: let unit):
            return Access.decide(account, action, on: unit, in: tree)
        case .permittedSeries(let action, on: let unit, of: _):
            guard tree[unit] != nil, let measure else { return .denied(.unitUnknown) }
            return Access.decide(account, action, on: unit, of: measure, in: tree)
        case .permittedSignal(let action, on: let unit, of: _):
            guard let measure else { return Access.decide(account, action, on: unit, in: tree) }
            return Access.decide(account, action, on: unit, of: measure, in: tree)
        case .permittedMeasure(let action, on: let unit, of: let measure):
            guard tree[unit] != nil, let measure = try MeasureStore.find(measure, on: connection) else {
                return .denied(.unitUnknown)
            }
            return Access.decide(account, action, onDefinitionOf: measure, from: unit, in: tree)
        case .permittedStory(let action, on: let unit, of: let id):
            guard let story = try StoryStore.find(id, on: connection), story.unit == unit else {
                return .denied(.unitUnknown)
            }
            return Access.decide(account, action, on: story, in: tree)
        case .permittedPack(let action, on: let unit, of: let id):
            guard let pack = try PackStore.find(id, on: connection), pack.unit == unit else {
                return .denied(.unitUnknown)
            }
            return Access.decide(account, action, on: pack, in: tree)
        case .permittedReport(let action, on: let unit, of: let id):
            guard let report = try ReportStore.find(id, on: connection), report.unit == unit else {
                return .denied(.unitUnknown)
            }
            return Access.decide(account, action, on: report, in: tree)
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
        let body = try await withTimeLimit(formTime) {
            try await request.body.collect(upTo: Limits.formBytes)
        }
        let form = try Form(urlEncoded: body.readableBytesView)
        guard isFresh(form[FormToken.field], arrival) else {
            guard FormToken.isSurelyOwn(request) else { throw Failure.formNotOurs }
            throw StaleForm(form: form, hadFile: false)
        }
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
            var isStale = false
            for try await piece in request.body {
                try reader.read(piece.readableBytesView) { token in
                    isStale = !isFresh(token, arrival)
                    guard !isStale || FormToken.isSurelyOwn(request) else { throw Failure.formNotOurs }
                }
            }
            let upload = try reader.finish()
            guard !isStale else { throw StaleForm(form: upload.form, hadFile: !upload.bytes.isEmpty) }
            return upload
        }
    }

    /// Refuses a form of another site, and one that nobody signed in could have sent.
    private func requireOwnPage(_ request: Request, _ arrival: Arrival) throws(Failure) {
        guard !FormToken.isForeign(request) else { throw .formNotOurs }
        guard arrival.secret != nil || arrival.isForEveryone else { throw .signInNeeded }
    }

    /// Whether a token is that of the session.
    private func isFresh(_ token: String, _ arrival: Arrival) -> Bool {
        arrival.isForEveryone || arrival.secret.map { FormToken.matches(token, session: $0) } ?? false
    }
}

extension Arrival {
    /// Whether the address takes a form from anyone: the one-time link, whose code is the proof.
    fileprivate var isForEveryone: Bool { address.admission(for: method) == .everyone }
}

extension Address {
    /// Whether someone gets there whose role needs one-time codes, before they have any.
    fileprivate var isOpenWithoutCode: Bool {
        switch self {
        case .codes, .confirmedCodes, .session: true
        default: false
        }
    }
}
