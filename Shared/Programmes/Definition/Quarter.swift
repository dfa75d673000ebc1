import Contracts

/// A calendar quarter in UTC, written `2025-Q4`.
public struct Quarter: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// 1 to 4.
    public let number: Int

    /// A quarter.
    public init(
        year: Int,
        number: Int
    ) {
        self.year = year
        self.number = number
    }

    /// The quarter of a moment.
    public init(of moment: Timestamp) {
        self.init(of: moment.day)
    }

    /// The quarter of a day.
    public init(of day: Day) {
        let (year, month, _) = day.civil
        self.init(year: year, number: (month - 1) / 3 + 1)
    }

    /// The quarter that a text says; nil where it says none.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), parts[1].count == 2,
            parts[1].first == "Q", let number = Int(parts[1].dropFirst()), (1...4).contains(number)
        else { return nil }
        self.init(year: year, number: number)
    }

    /// Its text.
    public var text: String { "\(year)-Q\(number)" }
}
