/// Why something can't be put in the bin, or taken out of it.
package enum BinError: Error, Equatable, Sendable {
    case notFound
    /// Something of it is there still: units inside it, series, or measures of its own.
    case unitNotEmpty
    /// A community at the top stays.
    case unitAtTop
    /// What it stands on is in the bin too and must come out first.
    case underBinned(BinItem.Kind)
    /// Another phase starts on the same day now.
    case startsAlready
}
