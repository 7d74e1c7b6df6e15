import Storage

/// A file that waits to be confirmed, without what it holds.
package struct WaitingImport: Equatable, Sendable {
    package let id: PendingImport.ID
    package let fileName: String
    package let reason: String
    package let instant: Timestamp
}
