package import Statistics

extension Period {
    /// The period that holds a day, as a sentence names it: "March 2024", "the week of 4 March 2024".
    package func phrase(for day: Day) -> String {
        self == .week ? "the \(label(for: day))" : label(for: day)
    }

    /// The same with its preposition: "in March 2024", "on 4 March 2024", "in the week of 4 March 2024".
    package func moment(of day: Day) -> String {
        self == .day ? "on \(phrase(for: day))" : "in \(phrase(for: day))"
    }
}
