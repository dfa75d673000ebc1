/// What a yes or no must be.
public struct FlagRule: Sendable, Equatable {
    /// What an absent field means; nil where it must be there.
    public var absent: Bool?

    /// Yes or no, and always there.
    public static let any = FlagRule(absent: nil)

    /// A field that means this when it is absent.
    @inline(__always)
    public static func absent(_ value: Bool) -> FlagRule {
        FlagRule(absent: value)
    }
}
