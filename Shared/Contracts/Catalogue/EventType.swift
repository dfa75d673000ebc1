/// What a message says: the CloudEvents `type`.
public struct EventType: Hashable, Sendable, CustomStringConvertible {
    /// `guildhall.<noun>.<past participle>.v<n>`.
    public let name: String

    /// The type of a name.
    public init(_ name: String) {
        self.name = name
    }

    /// The name.
    public var description: String { name }

    /// Under which key an event of this type goes to `guildhall.events`: `guildhall.engagement.accepted.v1.07`.
    public func routingKey(_ partition: Partition) -> String {
        name + "." + partition.suffix
    }
}
