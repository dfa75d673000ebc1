import Contracts

/// The way of a command through the door: the same as a message's, except that somebody waits for the answer.
public struct CommandDoor: Sendable {
    /// No engine runs that could decide it.
    public struct Closed: Error {}

    private let carry: @Sendable (Command) async throws -> (any Payload)?

    /// A door that is carried through by a closure.
    public init(_ carry: @escaping @Sendable (Command) async throws -> (any Payload)?) {
        self.carry = carry
    }

    /// A door behind which there is nobody.
    public static let closed = CommandDoor { _ in throw Closed() }

    /// Decides a command and commits what was decided.
    ///
    /// - Returns: what the rules answered, if they did.
    /// - Throws: what the database says; nothing is decided then, or nobody knows.
    public func callAsFunction(_ command: Command) async throws -> (any Payload)? {
        try await carry(command)
    }
}
