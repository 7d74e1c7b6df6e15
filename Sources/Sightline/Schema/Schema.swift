package import Storage

/// The tables of the product, as numbered steps.
///
/// Days are numbers since 1 January 1970, instants microseconds since then in UTC, ids UUIDs as text,
/// what is true 1 and what is not 0.
package enum Schema {
    /// All of them, in order; one that has been released is never edited.
    package static let migrations = [
        units, measures, series, signals, people, imports, audit, signIn, providers, history, disclosure,
        theory, cycles, ledger, versions, reviews, stories, search, evidence, packs, reports, activities,
        withdrawals,
    ]
}
