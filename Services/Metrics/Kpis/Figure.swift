/// A number of a report; what is not defined is null, never zero.
enum Figure: Equatable, Sendable {
    /// How many.
    case count(Int64)
    /// A rate, a mean or a number of days.
    case value(Double?)

    /// A part of a whole; not defined where the whole is nothing.
    static func share(_ part: Int64, of whole: Int64) -> Figure {
        .value(whole == 0 ? nil : Double(part) / Double(whole))
    }
}

extension Figure: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let count): try container.encode(count)
        case .value(let value?) where value.isFinite: try container.encode(value)
        case .value: try container.encodeNil()
        }
    }
}
