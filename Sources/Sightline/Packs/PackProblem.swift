/// One thing that is wrong with a pack, and where.
package enum PackProblem: Error, Equatable, Sendable {
    /// In what it says of itself.
    case header(FieldProblem<PackReason>)
    /// In a measure, counted from 0.
    case measure(Int, MeasureProblem)
    /// A measure has the key or the title of an earlier one.
    case repeated(Int, MeasureProblem.Field, of: Int)
}

package enum PackReason: TextReason {
    case missing
    case tooLong(most: Int)
    /// Something else than lower-case letters, digits and single hyphens.
    case notAName
    /// So many measures at most.
    case tooMany(most: Int)
}

extension PackProblem {
    /// Which measure it is about, from 0; nil for the pack itself.
    package var measure: Int? {
        switch self {
        case .header: nil
        case .measure(let index, _), .repeated(let index, _, of: _): index
        }
    }

    /// The field, as a form calls it.
    package var field: String {
        switch self {
        case .header(let problem): problem.field
        case .measure(_, let problem): problem.field.rawValue
        case .repeated(_, let field, of: _): field.rawValue
        }
    }

    /// What would be right, as a sentence.
    package var sentence: String {
        switch self {
        case .header(let problem): problem.reason.sentence
        case .measure(_, let problem): problem.sentence
        case .repeated(_, let field, of: let first):
            "Measure \(first + 1) has this \(field.rawValue) already: use another, or keep one of the two."
        }
    }
}

extension PackReason {
    fileprivate var sentence: String {
        switch self {
        case .missing: "This is needed."
        case .tooLong(let most): "Use at most \(most) characters."
        case .notAName: "Use lower-case letters, digits and single hyphens, such as urgent-care."
        case .tooMany(let most): "Use at most \(most) measures: make several packs of more."
        }
    }
}

/// Everything that is wrong with a pack that was to be kept.
package struct PackProblems: Error, Equatable, Sendable {
    package var problems: [PackProblem]
}

/// Why a sound pack can't be kept as it is.
package enum PackError: Error, Equatable, Sendable {
    /// Somebody kept another version since its sender looked.
    case changed(newest: Int)
    /// One of this name is in the bin.
    case inBin
    /// It says what the newest version says.
    case unchanged
}
