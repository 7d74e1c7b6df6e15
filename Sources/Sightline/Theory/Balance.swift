/// Which of the measures that a programme must watch before it is active it has: one for patients, one for staff, one
/// for taxpayers, and one for what the change may make worse.
package struct Balance: Equatable, Sendable {
    package let missingStakeholders: [Stakeholder]
    package let lacksBalancing: Bool

    package init(of measures: [TheoryMeasure], in directory: MeasureDirectory) {
        let stakeholders = Set(measures.compactMap { directory[$0.measure]?.stakeholder })
        missingStakeholders = Stakeholder.allCases.filter { !stakeholders.contains($0) }
        lacksBalancing = !measures.contains { $0.tag == .balancing }
    }

    package var isWhole: Bool { missingStakeholders.isEmpty && !lacksBalancing }
}
