package import Storage

/// A drawing of a theory as it stood: at which instant, and what the cycles said of its arrows then.
package struct FrozenDrawing: Equatable, Sendable {
    package let programme: Programme.ID
    package let drawing: TheoryDrawing
    package let title: String
    package let states: [TheoryLink.ID: LinkState]
    /// The measures that it named, and how their values were written; who may not see one isn't told its name.
    package let measures: [Measure.ID: Named]
    private let instant: Timestamp
    /// The digest of what the theory said.
    private let sha256: String

    package struct Named: Equatable, Sendable {
        package let title: String
        package let format: ValueFormat

        package init(title: String, format: ValueFormat) {
            self.title = title
            self.format = format
        }
    }

    /// The theory of a programme as it stands now.
    init(
        _ drawing: TheoryDrawing,
        of programme: Programme,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let theory = try TheoryHistory(of: programme.id, on: connection).theory(at: now)
        let cycles = try CycleStore.all(of: programme.id, on: connection)
        self.programme = programme.id
        self.drawing = drawing
        title = programme.title
        instant = now
        sha256 = Self.digest(of: theory)
        states = Dictionary(theory.links.map { ($0.id, theory.state(of: $0, by: cycles)) }) { first, _ in
            first
        }
        var measures: [Measure.ID: Named] = [:]
        for id in theory.namedMeasures {
            measures[id] = try MeasureStore.find(id, on: connection).map {
                Named(title: $0.title, format: $0.format)
            }
        }
        self.measures = measures
    }

    /// The theory as it stood.
    ///
    /// - Returns: nil where what is on record of it isn't what it was.
    package func theory(on connection: any SQLConnection) throws -> Theory? {
        let theory = try TheoryHistory(of: programme, on: connection).theory(at: instant)
        return Self.digest(of: theory) == sha256 ? theory : nil
    }

    /// Over what is drawn and listed of it.
    private static func digest(of theory: Theory) -> String {
        var text = FrozenText()
        for node in theory.nodes {
            let fields = node.fields(hanging: theory.measures)
            let told = ["title", "detail", "measure", "target", "due", "hung-measures"].map { fields[$0] }
            text.add("node", node.id.description, node.kind.rawValue, told.joined(separator: "\n"))
        }
        for link in theory.links.sorted(by: { $0.id < $1.id }) {
            let ends = "\(link.from) \(link.to)"
            text.add("arrow", link.id.description, ends, link.because, link.assumptions)
        }
        return Digest.sha256(Array(text.text.utf8))
    }
}

extension Theory {
    /// The measures that its nodes name.
    package var namedMeasures: Set<Measure.ID> {
        Set(measures.map(\.measure) + nodes.compactMap(\.measure))
    }
}

// MARK: As text

extension FrozenDrawing {
    var text: String {
        var text = FrozenText()
        text.add("programme", programme.description)
        text.add("drawing", drawing.rawValue)
        text.add("title", title)
        text.add("at", String(instant.microseconds))
        text.add("sha256", sha256)
        for (link, state) in states.sorted(by: { $0.key < $1.key }) {
            text.add("state", link.description, state.rawValue)
        }
        for (id, measure) in measures.sorted(by: { $0.key < $1.key }) {
            let format = measure.format
            text.add("measure", id.description, measure.title, format.unit, String(format.decimals))
        }
        return text.text
    }

    /// - Returns: nil for what is no drawing.
    init?(_ content: String) {
        let text = FrozenText(content)
        guard let programme = Programme.ID(text["programme"]),
            let drawing = TheoryDrawing(rawValue: text["drawing"]), let instant = Int64(text["at"])
        else { return nil }
        self.programme = programme
        self.drawing = drawing
        title = text["title"]
        self.instant = Timestamp(microseconds: instant)
        sha256 = text["sha256"]
        var states: [TheoryLink.ID: LinkState] = [:]
        for values in text.all("state") where values.count == 2 {
            guard let id = TheoryLink.ID(values[0]) else { continue }
            states[id] = LinkState(rawValue: values[1])
        }
        self.states = states
        var measures: [Measure.ID: Named] = [:]
        for values in text.all("measure") where values.count == 4 {
            guard let id = Measure.ID(values[0]), let decimals = Int(values[3]) else { continue }
            measures[id] = Named(title: values[1], format: ValueFormat(unit: values[2], decimals: decimals))
        }
        self.measures = measures
    }
}
