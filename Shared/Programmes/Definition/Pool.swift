/// A preferred pool, which a credential opens and which never excludes anyone from other work (INC-03).
public struct Pool: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// What people call it.
    public let title: String
    /// When a membership ends.
    public let ends: RewardEnd

    /// A pool of these parts.
    public init(id: String, title: String, ends: RewardEnd = .withCredential) {
        self.id = id
        self.title = title
        self.ends = ends
    }
}
