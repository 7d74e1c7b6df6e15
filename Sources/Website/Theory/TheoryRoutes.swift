import Sightline
import Statistics
import Storage

/// The theory of a programme: its nodes, arrows and measures.
enum TheoryRoutes {
    typealias NodeAddress = (Unit.ID, Programme.ID, TheoryNode.ID)
    typealias ArrowAddress = (Unit.ID, Programme.ID, TheoryLink.ID)

    static func register(on routes: Routes) {
        routes.at(Address.theoryNodes)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(NewNodePage(of: reading, asked: visit.query))
            }
            .post(add)
        routes.at(Address.theoryHistory).get { address, visit, connection in
            let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
            return .page(try TheoryHistoryPage(of: reading, visit.query, on: connection))
        }
        routes.at(Address.theoryNode)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(try NodePage(of: reading, address.2, on: connection))
            }
            .post(changeNode)
        routes.at(Address.movedNode).post(move)
        routes.at(Address.removedNode).post(remove)
        routes.at(Address.nodeArrows).post(addArrow)
        routes.at(Address.nodeMeasures).post(hang)
        routes.at(Address.arrow)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(try ArrowPage(of: reading, address.2, on: connection))
            }
            .post(changeArrow)
        routes.at(Address.removedArrow).post(removeArrow)
    }

    // MARK: Nodes

    @Sendable private static func add(
        _ address: (Unit.ID, Programme.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let kind = TheoryNode.Kind(rawValue: form["kind"]) ?? .changeIdea
        var problems: [FormState.Problem] = []
        let id: TheoryNode.ID = visit.context.makeID()
        let blank = TheoryNode(id: id, programme: address.1, kind: kind, title: "")
        let node = read(form, into: blank, reading, &problems)
        do {
            guard problems.isEmpty else { throw TheoryProblems([]) }
            // An arrow that can't be added takes the node back with it.
            try connection.savepoint {
                try TheoryStore.add(node, to: reading.programme, visit.context, on: connection)
                guard let end = TheoryNode.ID(form["to"]) else { return }
                let arrow = self.arrow(from: id, to: end, form, reading, visit)
                try TheoryStore.add(arrow, to: reading.programme, visit.context, on: connection)
            }
        } catch let error as TheoryProblems {
            problems += error.problems.map(\.problem)
            return .unsaved(NewNodePage(of: reading, FormState(typed: form, problems: problems)))
        }
        return .redirect(to: reading.programme.address, notice: .theoryChanged)
    }

    /// The node with what a form says; what can't be read is a problem.
    ///
    /// - Parameter recorded: measures that it was told by before, which the visitor may not be shown.
    static func read(
        _ form: Form,
        into node: TheoryNode,
        _ reading: ProgrammeReading,
        recorded: Set<String> = [],
        _ problems: inout [FormState.Problem]
    ) -> TheoryNode {
        var node = node
        node.title = form["title"]
        node.detail = form["detail"]
        guard node.kind == .aim else { return node }
        if let text = form.optional("measure") {
            node.measure =
                recorded.contains(text)
                ? Measure.ID(text) : reading.measures.first { $0.id.pathText == text }?.id
            if node.measure == nil { problems.append(.init("measure", "Choose a measure from the list.")) }
        } else {
            node.measure = nil
        }
        (node.target, node.due) = (nil, nil)
        if let text = form.optional("target") {
            node.target = Double(text).flatMap { $0.isFinite ? $0 : nil }
            if node.target == nil { problems.append(.init("target", "Enter a plain number, like 4.5.")) }
        }
        if let text = form.optional("due") {
            node.due = Day(text)
            if node.due == nil { problems.append(.init("due", "Enter a day, like 2027-03-31.")) }
        }
        return node
    }

    @Sendable private static func move(
        _ address: NodeAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let node = try reading.node(address.2)
        let programme = reading.programme
        if let place = Int(form["place"]) {
            try TheoryStore.move(node.id, to: place, of: programme, visit.context, on: connection)
        } else {
            let isUp = form["direction"] == "up"
            try TheoryStore.move(node.id, up: isUp, of: programme, visit.context, on: connection)
        }
        if form.optional(TheoryRow.field) != nil {
            return .redirect(toPlace: TheoryRow.place(of: node.id, in: programme, notice: .theoryChanged))
        }
        return .redirect(to: .theoryNode(address.0, address.1, address.2), notice: .theoryChanged)
    }

    @Sendable private static func remove(
        _ address: NodeAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let node = try reading.node(address.2)
        do {
            try TheoryStore.remove(
                node,
                of: reading.programme,
                reason: form["reason"],
                visit.context,
                on: connection
            )
        } catch let error as TheoryProblems {
            return try unsaved(
                reading,
                address,
                on: connection,
                \.removal,
                form,
                error.problems.map(\.problem)
            )
        }
        return .redirect(to: reading.programme.address, notice: .theoryRemoved)
    }

    private static func unsaved(
        _ reading: ProgrammeReading,
        _ address: NodeAddress,
        on connection: any SQLConnection,
        _ path: WritableKeyPath<NodePage.Forms, FormState>,
        _ form: Form,
        _ problems: [FormState.Problem]
    ) throws -> Answer {
        .unsaved(
            try NodePage(of: reading, address.2, on: connection) {
                $0[keyPath: path] = FormState(typed: form, problems: problems)
            }
        )
    }
}

// MARK: - Arrows and measures

extension TheoryRoutes {
    private static func arrow(
        from: TheoryNode.ID,
        to: TheoryNode.ID,
        _ form: Form,
        _ reading: ProgrammeReading,
        _ visit: Visit
    ) -> TheoryLink {
        TheoryLink(
            id: visit.context.makeID(),
            programme: reading.programme.id,
            from: from,
            to: to,
            because: form["because"],
            assumptions: form["assumptions"]
        )
    }

    @Sendable private static func addArrow(
        _ address: NodeAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let node = try reading.node(address.2)
        do {
            guard let end = TheoryNode.ID(form["to"]) else {
                throw TheoryProblems([TheoryProblem("to", .missing)])
            }
            let arrow = self.arrow(from: node.id, to: end, form, reading, visit)
            try TheoryStore.add(arrow, to: reading.programme, visit.context, on: connection)
        } catch let error as TheoryProblems {
            return try unsaved(reading, address, on: connection, \.arrow, form, error.problems.map(\.problem))
        }
        return .redirect(to: .theoryNode(address.0, address.1, address.2), notice: .theoryChanged)
    }

    @Sendable private static func hang(
        _ address: NodeAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let node = try reading.node(address.2)
        let programme = reading.programme
        if let id = Measure.ID(form["taken-down"]), let measure = reading.reader.measures[id] {
            try TheoryStore.takeDown(measure, from: node, of: programme, visit.context, on: connection)
        } else if let measure = reading.measures.first(where: { $0.id.pathText == form["hung-measure"] }) {
            let tag = Measure.Role(rawValue: form["tag"]) ?? measure.role
            try TheoryStore.hang(measure, on: node, as: tag, of: programme, visit.context, on: connection)
        } else {
            let problem = FormState.Problem("hung-measure", "Choose a measure from the list.")
            return try unsaved(reading, address, on: connection, \.measure, form, [problem])
        }
        return .redirect(to: .theoryNode(address.0, address.1, address.2), notice: .theoryChanged)
    }

    @Sendable private static func removeArrow(
        _ address: ArrowAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        var page = try ArrowPage(of: reading, address.2, on: connection)
        do {
            try TheoryStore.remove(
                page.link,
                of: reading.programme,
                reason: form["reason"],
                visit.context,
                on: connection
            )
        } catch let error as TheoryProblems {
            page.removalForm = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: reading.programme.address, notice: .theoryRemoved)
    }
}
