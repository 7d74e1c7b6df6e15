/// A measure that hangs on a node of a theory.
package struct TheoryMeasure: Equatable, Sendable {
    package var node: TheoryNode.ID
    package var measure: Measure.ID
    /// What it is to this programme, whatever it is elsewhere.
    package var tag: Measure.Role

    package init(node: TheoryNode.ID, measure: Measure.ID, tag: Measure.Role) {
        self.node = node
        self.measure = measure
        self.tag = tag
    }
}
