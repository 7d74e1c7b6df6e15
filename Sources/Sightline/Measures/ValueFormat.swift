import Markup

/// How a measure's values are written for people.
package struct ValueFormat: Equatable, Sendable {
    /// "%", "£", "days", "per 1,000 bed days"; empty for plain numbers.
    package var unit: String
    package var decimals: Int

    package init(unit: String = "", decimals: Int = 0) {
        self.unit = unit
        self.decimals = decimals
    }

    /// A value with its unit: `95.3%`, `£1,203`, `4.5 days`, `1,203`.
    package func text(_ value: Double) -> String {
        let number = number(value)
        return switch unit {
        case "": number
        case "%": number + "%"
        case "£", "$", "€": value < 0 ? "-\(unit)\(number.dropFirst())" : unit + number
        default: "\(number) \(unit)"
        }
    }

    /// A value without its unit: `95.3`.
    package func number(_ value: Double) -> String {
        NumberText.fixed(value, decimals: decimals, grouped: true)
    }
}
