/// What is known of one object of a document while it is expanded.
struct ElementState {
    /// The node that it becomes, if it becomes one.
    var node = ExpandedNode()
    /// The value, if it has `@value`; an absent one is null.
    var value: JSON?
    /// The type of the value.
    var valueType: String?
    /// The language of the value.
    var language: String?
    /// The elements of `@list`.
    var list: [ExpandedValue]?
    /// The elements of `@set`.
    var set: [ExpandedValue]?
    /// The keywords that it has, to find one that stands twice under two names.
    var keywords: Set<String> = []
    /// The members that hold further members, as `@nest` has it.
    var nests: [String] = []
}
