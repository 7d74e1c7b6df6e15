/// The people of the fictional community who record things.
enum FictionalAuthor: String {
    case lead = "Rowan Fields"
    case analyst = "Ines Brook"
    case deputy = "Tomas Heath"

    /// How many days into a month each records the one before.
    var daysAfterMonth: Int64 {
        switch self {
        case .lead: 12
        case .analyst: 8
        case .deputy: 9
        }
    }
}
