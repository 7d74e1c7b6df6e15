import Sightline
import Synchronization

/// A present that a test moves on.
final class TestClock: Sendable {
    private let instant: Mutex<Timestamp>

    /// 4 March 2026, noon.
    init() { instant = Mutex(Timestamp(microseconds: 1_772_625_600_000_000)) }

    var now: Timestamp { instant.withLock { $0 } }

    func advance(bySeconds seconds: Int64) { instant.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
