/// What a map from text to text must be.
public struct MapRule: Sendable, Equatable {
    /// How many entries it may have; an absent field is an empty map.
    public var count: ClosedRange<Int>
    /// How long a key is.
    public var key: ClosedRange<Int>
    /// How long a value is.
    public var value: ClosedRange<Int>

    /// A map of so many entries.
    @inline(__always)
    public static func map(
        _ count: ClosedRange<Int>, keys key: ClosedRange<Int>, values value: ClosedRange<Int>
    ) -> MapRule {
        MapRule(count: count, key: key, value: value)
    }
}
