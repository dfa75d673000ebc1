import Contracts

/// A day of a report is written as YYYY-MM-DD.
extension Day: Encodable {
    /// Writes the day as a text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(self)")
    }
}
