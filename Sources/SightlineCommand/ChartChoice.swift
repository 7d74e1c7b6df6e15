import ArgumentParser
import Statistics

/// A chart, or the advice to take for each series.
enum ChartChoice: ExpressibleByArgument, CustomStringConvertible {
    case kind(ChartKind)
    case auto

    init?(argument: String) {
        if argument == "auto" {
            self = .auto
        } else if let kind = ChartKind(rawValue: argument) {
            self = .kind(kind)
        } else {
            return nil
        }
    }

    /// Nil for the chart that suits each series.
    var kind: ChartKind? {
        switch self {
        case .kind(let kind): kind
        case .auto: nil
        }
    }

    var description: String { kind?.rawValue ?? "auto" }

    static var allValueStrings: [String] { ChartKind.allCases.map(\.rawValue) + ["auto"] }
}
