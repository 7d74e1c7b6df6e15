/// What an evaluation watches.
package enum Strand: String, CaseIterable, Sendable {
    case leadership, readiness, relationships
    case testsOfChange = "tests-of-change"
    case results
}
