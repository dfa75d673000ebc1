/// The distribution of the upper left cell of a two-by-two table whose margins are fixed.
///
/// Terms are taken relative to the mode by the ratio of neighbours and divided by their sum, so no factorial is ever
/// formed: every operation is on positive numbers, and the tails keep their relative accuracy down to underflow.
struct Hypergeometric {
    private let row: Double
    private let column: Double
    private let total: Double
    private let lowest: Double
    private let highest: Double

    /// Takes the first row's sum, the first column's sum and the sum of all, whole numbers.
    init(row: Double, column: Double, total: Double) {
        self.row = row
        self.column = column
        self.total = total
        lowest = max(0, row + column - total)
        highest = min(row, column)
    }

    /// The tails at an observed value.
    struct Tails {
        var less = 0.0
        var greater = 0.0
        var twoSided = 0.0
    }

    /// P(X <= x), P(X >= x), and the sum of the probabilities not above that of x by more than `slack`, relatively.
    func tails(at x: Double, slack: Double) -> Tails {
        let limit = term(x) * (1 + slack)
        var tails = Tails()
        var sum = 0.0
        walk { value, term in
            sum += term
            if value <= x { tails.less += term }
            if value >= x { tails.greater += term }
            if term <= limit { tails.twoSided += term }
        }
        return Tails(
            less: min(1, tails.less / sum), greater: min(1, tails.greater / sum), twoSided: min(1, tails.twoSided / sum)
        )
    }

    private var mode: Double {
        min(highest, max(lowest, ((row + 1) * (column + 1) / (total + 2)).rounded(.down)))
    }

    private func term(_ x: Double) -> Double {
        var found = 0.0
        walk { value, term in if value == x { found = term } }
        return found
    }

    /// Visits the values outwards from the mode, whose term is 1, until the terms vanish.
    private func walk(_ visit: (_ value: Double, _ term: Double) -> Void) {
        visit(mode, 1)
        var value = mode
        var term = 1.0
        while value < highest, term > 0 {
            term *= (row - value) * (column - value) / ((value + 1) * (total - row - column + value + 1))
            value += 1
            visit(value, term)
        }
        value = mode
        term = 1
        while value > lowest, term > 0 {
            term *= value * (total - row - column + value) / ((row - value + 1) * (column - value + 1))
            value -= 1
            visit(value, term)
        }
    }
}
