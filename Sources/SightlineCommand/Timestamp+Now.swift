import FoundationEssentials
import Sightline

extension Timestamp {
    /// The present by this machine's clock: the only place that asks for it.
    static var now: Timestamp {
        Timestamp(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()))
    }
}
