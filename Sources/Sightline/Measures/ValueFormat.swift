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
        if let currency {
            // What follows the currency stands behind: "£439 thousand".
            let sign = number.first == "-" ? "-" : ""
            return sign + currency + number.dropFirst(sign.count) + unit.dropFirst()
        }
        return switch unit {
        case "": number
        case "%": number + "%"
        default: "\(number) \(unit)"
        }
    }

    /// The currency's sign, where the unit is one or starts with one.
    package var currency: String? {
        unit.first.flatMap { ["£", "$", "€"].contains(String($0)) ? String($0) : nil }
    }

    /// Two values that differ, with as many decimals more as it takes to see it.
    package func distinctTexts(_ first: Double, _ second: Double) -> (String, String) {
        var format = self
        while first != second, format.decimals < 9, format.text(first) == format.text(second) {
            format.decimals += 1
        }
        return (format.text(first), format.text(second))
    }

    /// A value without its unit: `95.3`.
    package func number(_ value: Double) -> String {
        NumberText.fixed(value, decimals: decimals, grouped: true)
    }
}
