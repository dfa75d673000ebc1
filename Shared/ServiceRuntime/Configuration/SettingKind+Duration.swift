extension SettingKind where Value == Duration {
    /// A length of time with its unit, within bounds.
    static func duration(_ range: ClosedRange<Duration>) -> SettingKind {
        let expectation =
            "a length of time such as 250ms, 10s, 2m or 1h, "
            + "from \(DurationText.text(range.lowerBound)) to \(DurationText.text(range.upperBound))"
        return SettingKind(name: "length of time") { (text: String) throws(InvalidValue) in
            guard let duration = DurationText.duration(text), range.contains(duration) else {
                throw InvalidValue(expectation)
            }
            return duration
        }
    }
}

/// Lengths of time as settings write them: a whole number and ms, s, m or h.
enum DurationText {
    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("ms", 1), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
    ]

    /// Reads a length of time.
    static func duration(_ text: String) -> Duration? {
        for unit in units where text.hasSuffix(unit.suffix) {
            guard let number = Int64(text.dropLast(unit.suffix.count)), number >= 0 else { return nil }
            let (total, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
            return overflow ? nil : .milliseconds(total)
        }
        return nil
    }

    /// Writes a length of time in the largest unit that needs no fraction.
    static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        for unit in [units[1], units[2], units[3]] where milliseconds % unit.milliseconds == 0 {
            return "\(milliseconds / unit.milliseconds)\(unit.suffix)"
        }
        return "\(milliseconds)ms"
    }
}
