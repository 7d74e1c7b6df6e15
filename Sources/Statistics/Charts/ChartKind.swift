/// A chart of the statistical process control family; the raw value is its name on the command line and in
/// files.
package enum ChartKind: String, CaseIterable, Sendable {
    case run
    case individuals = "xmr"
    case movingRange = "mr"
    case p
    case pPrime = "p-prime"
    case u
    case uPrime = "u-prime"
    case c
    case np
    case g
    case t
    case xbar
    case s
    case iPrime = "i-prime"
}
