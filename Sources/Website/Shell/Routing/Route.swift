import Hummingbird
import Sightline
package import Storage

/// The addresses of one shape, to be given what they answer with.
package struct Route<Parameter: Sendable> {
    let routes: Routes
    /// An address of the shape.
    let example: Address
    let make: @Sendable (Parameter) -> Address
    /// Reads the parameter from the texts of a path's parameters; nil where they can't be one.
    let read: @Sendable ([String]) -> Parameter?

    /// Answers in the one read transaction in which the visitor was admitted.
    @discardableResult
    package func get(
        _ answer: @escaping @Sendable (Parameter, Visit, any SQLConnection) throws -> Answer
    ) -> Self {
        let site = routes.site
        return add(.get) { _, arrival, parameter in
            try await site.database.read { connection in
                try site.gate.admit(arrival, on: connection) { try answer(parameter, $0, connection) }
            }
        }
    }

    /// The same with a page that takes long to make and depends on nothing but its visit and the database: it is made
    /// once for a session, and again when something has changed.
    @discardableResult
    func get(
        remembering make: @escaping @Sendable (Parameter, Visit, any SQLConnection) throws -> some Page
    ) -> Self {
        let site = routes.site
        return add(.get) { _, arrival, parameter in
            let pages = site.gate.pages
            let (framed, slot) = try await site.database.read { connection in
                var slot: PageMemory.Slot?
                var isKnown = false
                let framed = try site.gate.admit(arrival, on: connection) { visit in
                    slot = try pages.slot(for: arrival, visit, on: connection)
                    if let known = slot.flatMap({ pages.page(in: $0, for: visit) }) {
                        isKnown = true
                        return .page(known)
                    }
                    return .page(try make(parameter, visit, connection))
                }
                return (framed, isKnown ? nil : slot)
            }
            guard let slot, case .page(let page) = framed.answer.content else { return framed }
            return FramedAnswer(.page(pages.written(page, in: slot, for: framed.visit)), to: framed.visit)
        }
    }

    /// Changes something in the one write transaction in which the visitor was admitted, given a form's
    /// fields.
    @discardableResult
    package func post(
        _ answer: @escaping @Sendable (Parameter, Form, Visit, any SQLConnection) throws -> Answer
    ) -> Self {
        let site = routes.site
        return add(.post) { request, arrival, parameter in
            try await site.keepingForm(of: arrival) {
                try await site.gate.form(in: request, of: arrival)
            } _: { form in
                try await site.database.write { connection in
                    try site.gate.admit(arrival, on: connection) {
                        try answer(parameter, form, $0, connection)
                    }
                }
            }
        }
    }

    /// Answers with work that should not hold a transaction, after the visitor was admitted in one of its
    /// own.
    @discardableResult
    package func get(
        running answer: @escaping @Sendable (Parameter, Visit, any SQLDatabase) async throws -> Answer
    ) -> Self {
        let site = routes.site
        return add(.get) { _, arrival, parameter in
            let visit = try await site.database.read { try site.gate.admit(arrival, on: $0) }
            return try await FramedAnswer(to: visit) { try await answer(parameter, visit, site.database) }
        }
    }

    /// Takes a form with work that should not hold a transaction, such as deriving a key from a password.
    @discardableResult
    func post(
        running answer: @escaping @Sendable (Parameter, Form, Visit, Site) async throws -> Answer
    ) -> Self {
        let site = routes.site
        return add(.post) { request, arrival, parameter in
            try await site.keepingForm(of: arrival) {
                try await site.gate.form(in: request, of: arrival)
            } _: { form in
                let visit = try await site.database.read { try site.gate.admit(arrival, on: $0) }
                return try await FramedAnswer(to: visit) { try await answer(parameter, form, visit, site) }
            }
        }
    }

    /// Takes a form with a file: the visitor is admitted, and the form's token checked, before the file is
    /// read.
    @discardableResult
    package func post(
        uploading answer:
            @escaping @Sendable (Parameter, Upload, Visit, any SQLDatabase) async throws -> Answer
    ) -> Self {
        let site = routes.site
        return add(.post) { request, arrival, parameter in
            let visit: Visit
            do {
                visit = try await site.database.read { try site.gate.admit(arrival, on: $0) }
            } catch {
                guard await site.mayKeep(after: error, of: arrival) else { throw error }
                // Whoever typed it is known, so what was typed is read and kept, and the file is not.
                let upload = try await site.gate.upload(in: request, of: arrival)
                throw await site.keep(
                    upload.form,
                    hadFile: !upload.bytes.isEmpty,
                    after: error,
                    of: arrival
                )
            }
            return try await FramedAnswer(to: visit) {
                do {
                    let upload = try await site.gate.upload(in: request, of: arrival)
                    return try await answer(parameter, upload, visit, site.database)
                } catch let stale as StaleForm {
                    throw await site.keep(
                        stale.form,
                        hadFile: stale.hadFile,
                        after: Failure.formNotOurs,
                        of: arrival
                    )
                }
            }
        }
    }

    /// Answers everyone alike, without a page and without looking at who asks: assets and probes.
    func get(forEveryone respond: @escaping @Sendable (Parameter, Site) async throws -> Response) {
        let (site, make, parameter) = (routes.site, make, self.parameter)
        routes.register(example, .get) { _, context in
            let parameter = try parameter(context)
            guard make(parameter).admission(for: .get) == .everyone else { throw Failure.signInNeeded }
            return try await respond(parameter, site)
        }
    }

    private func add(
        _ method: HTTPRequest.Method,
        answer: @escaping @Sendable (Request, Arrival, Parameter) async throws -> FramedAnswer
    ) -> Self {
        let (site, make, parameter) = (routes.site, make, self.parameter)
        routes.register(example, method) { request, context in
            let parameter = try parameter(context)
            let proxies = site.configuration.trustedProxies
            let client = Client(request, peer: context.peer, trustedProxies: proxies)
            let arrival = try Arrival(
                request,
                at: make(parameter),
                from: client,
                isSecure: site.configuration.isBehindHTTPS,
                now: site.clock()
            )
            let framed = try await answer(request, arrival, parameter)
            try await site.record(framed.visit)
            if method == .post, framed.answer.status == .seeOther, let draft = arrival.draft {
                let action = arrival.address.path
                try await site.database.write { try DraftStore.delete(draft, action: action, on: $0) }
            }
            return framed.response
        }
        return self
    }

    /// Reads the parameter of a request; a text that can't be one is an address that doesn't exist.
    private var parameter: @Sendable (SightlineContext) throws(Failure) -> Parameter {
        let (names, read) = (example.parameterNames, read)
        return { context throws(Failure) in
            guard let parameter = read(names.compactMap { context.parameters.get($0) }) else {
                throw .notFound
            }
            return parameter
        }
    }
}
