extension Money: CustomStringConvertible {
    /// `480000 minor units of USD`: how many of them make one is the currency's affair.
    public var description: String {
        "\(minorUnits) minor units of \(currency)"
    }
}
