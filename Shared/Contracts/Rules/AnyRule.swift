/// The rule of values whose type says it all.
public struct AnyRule: Sendable, Equatable {
    /// Every value of the type.
    public static let any = AnyRule()
}
