import Sightline

extension Stakeholder {
    var plural: String {
        switch self {
        case .patient: "Patients"
        case .staff: "Staff"
        case .taxpayer: "Taxpayers"
        }
    }
}
