/// A step that someone took with a signal, as the record keeps it.
package struct SignalEvent: Equatable, Sendable {
    /// Where it led.
    package var state: Signal.State
    package var why: String
    package var author: Author
    package var instant: Timestamp
}
