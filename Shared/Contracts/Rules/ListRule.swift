/// What a list must be.
public struct ListRule<Element: Sendable>: Sendable {
    /// How many elements it has; an absent field is an empty list where none are needed.
    public var count: ClosedRange<Int>
    /// What each element must be.
    public var element: Element

    /// A list of so many elements.
    @inline(__always)
    public static func list(_ count: ClosedRange<Int>, of element: Element) -> ListRule {
        ListRule(count: count, element: element)
    }
}

extension ListRule where Element == AnyRule {
    /// A list of so many elements.
    @inline(__always)
    public static func list(_ count: ClosedRange<Int>) -> ListRule {
        ListRule(count: count, element: .any)
    }
}
