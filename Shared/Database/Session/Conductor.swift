/// Decides when each connection does its next round trip and what becomes of the answer; production has none.
///
/// A simulation conducts all connections of a process, so that round trips happen in an order that its seed decides and
/// can be lost at any point. Every turn of a connection is announced where its cause is, before the connection's own
/// thread knows of it, and then waits on that thread.
public protocol Conductor: Sendable {
    /// Where connections come from and go to instead of the server, if anywhere.
    var reserve: ConnectionReserve? { get }

    /// A connection begins to exist; returns its number.
    ///
    /// - Parameter end: ends it as its owner would, from any thread.
    func connect(as role: String, end: @escaping @Sendable () -> Void) -> Int

    /// A turn of a connection was asked for.
    func asked(_ connection: Int)

    /// Returns, on the connection's thread, when its next turn may begin.
    func begin(_ turn: ConnectionTurn, on connection: Int) -> ConnectionFate

    /// A connection has a backend of this process id at the server; called within its first turn.
    func opened(_ connection: Int, backend: Int32)

    /// The turn is over: on the connection's thread, after its caller was resumed.
    func ended(on connection: Int)

    /// The connection's backend lives on, in the reserve.
    func released(_ connection: Int)

    /// The connection's thread has nothing more to do.
    func gone(_ connection: Int)
}

/// What a connection is about to do.
public enum ConnectionTurn: Sendable {
    /// Connect to the server.
    case open
    /// A round trip of these statements, committing at its end or not.
    case trip([Call], commits: Bool)
    /// End.
    case close
}

/// What is to become of a turn.
public enum ConnectionFate: Sendable {
    /// Nothing special.
    case proceed
    /// The connection breaks before anything is sent.
    case loseRequest
    /// Everything is done by the server, and the connection breaks before the answer is read.
    case loseAnswer
    /// The server refuses the round trip with an SQLSTATE, and nothing of it has an effect.
    case refuse(String)
}
