/// Where the public links to things of one kind are kept, which differs in a few names only.
package struct LinkTable: Sendable {
    /// How often each was opened is kept in a table with this name and `_opening`.
    let name: String
    /// The column of what a link shows.
    let thing: String
    /// The column of the measure that it shows something of; nil where there is none.
    let measure: String?

    init(_ name: String, thing: String, measure: String? = nil) {
        self.name = name
        self.thing = thing
        self.measure = measure
    }
}
