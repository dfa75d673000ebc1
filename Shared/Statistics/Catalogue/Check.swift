/// What input has to be; each refusal names the field.
enum Check {
    /// The largest count: beyond it a double no longer tells neighbours apart.
    static let largestCount = 9_007_199_254_740_992.0

    static func count(_ value: Double, _ field: String) throws(StatisticsError) {
        guard value >= 0, value <= largestCount, value == value.rounded() else {
            throw StatisticsError(field, "must be a whole number from 0 to 2^53")
        }
    }

    static func part(_ value: Double, of whole: Double, _ field: String, _ wholeField: String) throws(StatisticsError) {
        try count(whole, wholeField)
        try count(value, field)
        guard value <= whole else { throw StatisticsError(field, "must not exceed \(wholeField)") }
    }

    static func finite(_ value: Double, _ field: String) throws(StatisticsError) {
        guard value.isFinite else { throw StatisticsError(field, "must be a finite number") }
    }

    static func finite(_ values: [Double], _ field: String) throws(StatisticsError) {
        for (index, value) in values.enumerated() { try finite(value, "\(field)[\(index)]") }
    }

    static func positive(_ value: Double, _ field: String) throws(StatisticsError) {
        guard value > 0, value.isFinite else { throw StatisticsError(field, "must be above 0") }
    }

    static func notNegative(_ value: Double, _ field: String) throws(StatisticsError) {
        guard value >= 0, value.isFinite else { throw StatisticsError(field, "must be 0 or more") }
    }

    static func notNegative(_ values: [Double], _ field: String) throws(StatisticsError) {
        for (index, value) in values.enumerated() { try notNegative(value, "\(field)[\(index)]") }
    }

    /// A probability that may be neither 0 nor 1.
    static func level(_ value: Double, _ field: String) throws(StatisticsError) {
        guard value > 0, value < 1 else { throw StatisticsError(field, "must lie between 0 and 1, both excluded") }
    }

    static func probability(_ value: Double, _ field: String) throws(StatisticsError) {
        guard value >= 0, value <= 1 else { throw StatisticsError(field, "must lie from 0 to 1") }
    }

    static func confidence(_ value: Double?) throws(StatisticsError) -> Double {
        let confidence = value ?? 0.95
        try level(confidence, "confidence")
        return confidence
    }

    static func sides(_ value: Double?) throws(StatisticsError) -> Double {
        let sides = value ?? 2
        guard sides == 1 || sides == 2 else { throw StatisticsError("sides", "must be 1 or 2") }
        return sides
    }

    static func sameLength(_ first: Int, _ second: Int, _ field: String, as other: String) throws(StatisticsError) {
        guard first == second else {
            throw StatisticsError(field, "must have as many entries as \(other): \(second), not \(first)")
        }
    }

    /// A table whose rows are equally long; the answer is that length.
    static func rectangle(_ rows: [[Double]], _ field: String) throws(StatisticsError) -> Int {
        let width = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() {
            try sameLength(row.count, width, "\(field)[\(index)]", as: "\(field)[0]")
            try finite(row, "\(field)[\(index)]")
        }
        return width
    }
}
