/// The least and the greatest that a linear form takes over all numbers from 0 on that fulfil linear equations, by
/// the simplex method with Bland's rule: slow, and sure to end.
struct LinearProgram {
    private var rows: [[Double]] = []
    private let count: Int
    private static let tiny = 1e-9

    init(count: Int) { self.count = count }

    /// Adds an equation: the sum of coefficients times variables is a number.
    mutating func require(_ coefficients: [Int: Double], is sum: Double) {
        var row = [Double](repeating: 0, count: count + 1)
        for (variable, coefficient) in coefficients { row[variable] += coefficient }
        row[count] = sum
        if sum < 0 { row = row.map { -$0 } }
        rows.append(row)
    }

    /// Nil where the equations contradict each other.
    func range(of form: [Int: Double]) -> ClosedRange<Double>? {
        guard let most = maximum(form), let least = maximum(form.mapValues { -$0 }) else { return nil }
        return min(-least, most)...max(-least, most)
    }

    private func maximum(_ form: [Int: Double]) -> Double? {
        let artificial = rows.count
        var tableau = rows.enumerated().map { index, row in
            var extended = Array(row.dropLast()) + [Double](repeating: 0, count: artificial) + [row[count]]
            extended[count + index] = 1
            return extended
        }
        var basis = (0..<artificial).map { count + $0 }
        let width = count + artificial
        // First: the artificial variables down to nothing.
        var goal = [Double](repeating: 0, count: width + 1)
        for row in tableau { for column in 0..<count { goal[column] += row[column] } }
        for row in tableau { goal[width] += row[width] }
        guard Self.improve(&tableau, &basis, &goal, columns: count), goal[width] < 1e-6 else { return nil }
        // Then the form, in terms of what is free.
        goal = [Double](repeating: 0, count: width + 1)
        for (variable, coefficient) in form { goal[variable] = coefficient }
        for (row, variable) in basis.enumerated() where goal[variable] != 0 {
            let factor = goal[variable]
            for column in 0...width { goal[column] -= factor * tableau[row][column] }
        }
        guard Self.improve(&tableau, &basis, &goal, columns: count) else { return .greatestFiniteMagnitude }
        return -goal[width]
    }

    /// False where there is no end to it.
    private static func improve(
        _ tableau: inout [[Double]],
        _ basis: inout [Int],
        _ goal: inout [Double],
        columns: Int
    ) -> Bool {
        let last = goal.count - 1
        while let entering = (0..<columns).first(where: { goal[$0] > tiny }) {
            var leaving: Int?
            for row in tableau.indices where tableau[row][entering] > tiny {
                guard let best = leaving else {
                    leaving = row
                    continue
                }
                let left = tableau[row][last] * tableau[best][entering]
                let right = tableau[best][last] * tableau[row][entering]
                if left < right - tiny || (abs(left - right) <= tiny && basis[row] < basis[best]) {
                    leaving = row
                }
            }
            guard let pivot = leaving else { return false }
            let scale = tableau[pivot][entering]
            for column in 0...last { tableau[pivot][column] /= scale }
            for row in tableau.indices where row != pivot && tableau[row][entering] != 0 {
                let factor = tableau[row][entering]
                for column in 0...last { tableau[row][column] -= factor * tableau[pivot][column] }
            }
            let factor = goal[entering]
            for column in 0...last { goal[column] -= factor * tableau[pivot][column] }
            basis[pivot] = entering
        }
        return true
    }
}
