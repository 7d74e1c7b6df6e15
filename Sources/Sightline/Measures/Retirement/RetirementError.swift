/// Why a measure can't be retired, or its retirement taken back.
package enum RetirementError: Error, Equatable, Sendable {
    case reasonMissing
    case retiredAlready
    case notRetired
}
