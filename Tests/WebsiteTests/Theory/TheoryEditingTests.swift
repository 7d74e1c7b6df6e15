import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// What the page of a programme gives to those who change its theory, in the drawing and in the list.
struct TheoryEditingTests {
    private typealias Places = [String: String]

    private func address(_ sample: SampleProgramme, _ drawing: TheoryDrawing = .driverDiagram) -> String {
        Address.programme(sample.programme.unit, sample.programme.id).path(["drawing": drawing.rawValue])
    }

    /// Where the box of each node lies in the drawing on a page.
    private func places(on page: String) -> Places {
        let boxes = page.matches(of: /data-node='([^']+)'[^>]*><rect x='([\d.]+)' y='([\d.]+)'/)
        return boxes.reduce(into: [:]) { $0[String($1.1)] = "\($1.2) \($1.3)" }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func `no box of any drawing moves when a node is added`(seed: Int) async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let kinds = TheoryNode.Kind.allCases
            // A theory of some kinds with some nodes each, other ones for every seed.
            let used = kinds.enumerated().filter { ($0.offset + seed) % 3 != 0 }.map(\.element)
            // The programme comes with an aim and a change idea.
            var count = used.indices.reduce(2) { $0 + ($1 * seed) % 4 + 1 }
            try await site.database.write { connection in
                for (index, kind) in used.enumerated() {
                    for number in 0...(index * seed) % 4 {
                        let node = TheoryNode(
                            id: site.context.makeID(),
                            programme: sample.programme.id,
                            kind: kind,
                            title: "\(kind.rawValue) \(number)"
                        )
                        try TheoryStore.add(node, to: sample.programme, site.context, on: connection)
                    }
                }
            }
            try await site.signIn(&browser)
            for kind in kinds {
                site.clock.advance(bySeconds: 60)
                var before: [TheoryDrawing: Places] = [:]
                for drawing in TheoryDrawing.allCases {
                    try await browser.get(address(sample, drawing))
                    before[drawing] = places(on: browser.page)
                }
                let nodes = Address.theoryNodes(site.community, sample.programme.id).path
                try await browser.post(
                    nodes,
                    [
                        "kind": kind.rawValue, "title": "One more", "because": "we think so",
                        "to": kind == .aim ? "" : sample.aim.id.description,
                    ]
                )
                #expect(browser.status == .seeOther)
                for drawing in TheoryDrawing.allCases {
                    try await browser.get(address(sample, drawing))
                    let after = places(on: browser.page)
                    let known = before[drawing] ?? [:]
                    #expect(known.count == count && after.count == count + 1)
                    for (node, place) in known { #expect(after[node] == place, "\(kind) in \(drawing)") }
                }
                count += 1
            }
        }
    }

    @Test func `who may edit has ways to change in the drawing and the list, who only reads sees them`()
        async throws
    {
        try await TestSite.run { site, browser in
            let sample = try await SampleProgramme("Fewer falls", .community, in: site.community, of: site)
            let (unit, id) = (site.community, sample.programme.id)
            let ways = [
                "class='box' href='\(Address.theoryNode(unit, id, sample.idea.id).path)'",
                "class='edge' href='\(Address.arrow(unit, id, sample.arrow.id).path)'",
                "aria-label='Arrow from Fewer falls huddle to Fewer falls by half: untested'",
                "role='group'", "class=\"row-changes", Address.asset(.theoryScript).path,
            ]
            var editor = browser
            try await site.signIn(&editor, as: .editor, on: unit)
            var reader = browser
            try await site.signIn(&reader, as: .contributor, on: unit)
            for drawing in TheoryDrawing.allCases {
                try await editor.get(address(sample, drawing))
                for way in ways { #expect(editor.page.contains(way), "\(way)") }
                for kind in drawing.steps.map({ $0[0].rawValue }) {
                    let way = "class='add' href='\(Address.theoryNodes(unit, id).path)?kind=\(kind)'"
                    #expect(editor.page.contains(way), "\(way)")
                }
                try await reader.get(address(sample, drawing))
                for way in ways + ["class='add'"] { #expect(!reader.page.contains(way), "\(way)") }
                #expect(reader.page.contains("role='img'") && places(on: reader.page).count == 2)
            }
            // What is downloaded leads nowhere.
            let file = Address.theoryPicture(unit, id, .init(.driverDiagram, .svg)).path
            try await editor.get(file)
            #expect(editor.page.contains("role='img'") && !editor.page.contains("href"))
        }
    }

    @Test func `the list adds what leads to a node, filled in`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let nodes = Address.theoryNodes(site.community, sample.programme.id)
            try await site.signIn(&browser)
            try await browser.get(address(sample))
            func way(to node: TheoryNode) -> String { nodes.path(["to": node.id.description]) }
            #expect(browser.page.contains("href=\"\(way(to: sample.aim))\""))
            try await browser.get(way(to: sample.aim))
            // A change idea leads to the aim already.
            #expect(browser.page.contains("<option value=\"\(sample.aim.id)\" selected>"))
            #expect(browser.page.contains("<option value=\"change-idea\" selected>"))
            try await browser.get(way(to: sample.idea))
            #expect(browser.page.contains("<option value=\"activity\" selected>"))
            try await browser.get(nodes.path(["kind": "input"]))
            #expect(browser.page.contains("<option value=\"input\" selected>"))
            #expect(!browser.page.contains("<option value=\"\(sample.aim.id)\" selected>"))
            for nothing in ["kind=none", "to=none", "to=\(sample.programme.id)"] {
                try await browser.get("\(nodes.path)?\(nothing)")
                #expect(browser.status == .ok)
            }
        }
    }

    @Test func `the list moves a node, and leads back to its line`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let other = TheoryNode(
                id: site.context.makeID(),
                programme: sample.programme.id,
                kind: .changeIdea,
                title: "Socks"
            )
            _ = try await site.database.write {
                try TheoryStore.add(other, to: sample.programme, site.context, on: $0)
            }
            try await site.signIn(&browser)
            try await browser.get(address(sample))
            let line = "row-\(other.id)"
            #expect(browser.page.contains("id=\"\(line)\""))
            let move = Address.movedNode(site.community, sample.programme.id, other.id).path
            #expect(browser.page.contains("action=\"\(move)\""))
            try await browser.post(move, ["direction": "up", "list": "yes"])
            #expect(browser.location?.hasSuffix("#\(line)") == true)
            let nodes = try await site.database.read {
                try TheoryStore.theory(of: sample.programme.id, on: $0).nodes
            }
            let ideas = nodes.filter { $0.kind == .changeIdea }
            #expect(ideas.map(\.title) == ["Socks", sample.idea.title])
        }
    }

    @Test func `a node's page says when no new arrow can lead from it`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            try await site.signIn(&browser)
            for node in [sample.aim, sample.idea] {
                try await browser.get(Address.theoryNode(site.community, sample.programme.id, node.id).path)
                #expect(browser.page.contains("id=\"arrow\"") && browser.page.contains("id=\"removal\""))
                #expect(browser.page.contains("doesn’t lead to or come from already"))
            }
        }
    }
}
