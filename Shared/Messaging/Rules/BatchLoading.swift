import Database

/// What a batch asks before it is decided, with whatever its rules read the answers by.
public protocol BatchLoading: Sendable {
    /// The questions, in order: locks first, so that what is read after them is what they protect.
    var calls: [Call] { get }
}
