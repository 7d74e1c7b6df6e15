import Storage

/// That a measure was made from a pack.
package struct PackUse: Equatable, Sendable {
    package var measure: Measure.ID
    package var pack: Pack.ID
    /// Which version of it.
    package var version: Int
    package var instant: Timestamp
}
