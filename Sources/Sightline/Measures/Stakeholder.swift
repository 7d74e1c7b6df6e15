/// Who ends up better or worse off.
package enum Stakeholder: String, CaseIterable, Sendable {
    case patient, staff, taxpayer
}
