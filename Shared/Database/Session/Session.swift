import Foundation
import Logging

/// A connection to the database as its callers see it: a mailbox, read by the one thread that touches the `PGconn`.
final class Session: Sendable {
    let mailbox: Mailbox
    private let wakeup: Wakeup
    private let turns: Turns?

    private init(_ conductor: (any Conductor)?, as role: String) throws {
        let wakeup = try Wakeup()
        let mailbox = Mailbox(wakeup: wakeup)
        self.wakeup = wakeup
        self.mailbox = mailbox
        turns = conductor.map { Turns($0, as: role) { mailbox.close() } }
        mailbox.turns = turns
    }

    /// Opens a connection; `onEnd` is called once when it has ended, for whatever reason, from its thread.
    static func open(
        _ configuration: DatabaseConfiguration, logger: Logger, _ conductor: (any Conductor)?,
        onEnd: @escaping @Sendable (Session) -> Void = { _ in }
    ) async throws -> Session {
        let session = try Session(conductor, as: configuration.user)
        try await withCheckedThrowingContinuation { (opened: CheckedContinuation<Void, any Error>) in
            session.turns?.ask()
            let thread = Thread { session.main(configuration, logger, opened, onEnd) }
            thread.name = "postgresql"
            thread.start()
        }
        return session
    }

    private func main(
        _ configuration: DatabaseConfiguration, _ logger: Logger, _ opened: CheckedContinuation<Void, any Error>,
        _ onEnd: @Sendable (Session) -> Void
    ) {
        let wire: Wire
        defer {
            wakeup.close()
            turns?.gone()
        }
        do throws(DatabaseError) {
            if case .loseRequest = turns?.begin(.open) {
                throw DatabaseError(.unavailable, "lost by the conductor")
            }
            wire = try Wire(configuration, wakeup: wakeup, mailbox: mailbox, turns: turns, logger: logger)
        } catch {
            mailbox.end(error)
            opened.resume(throwing: error)
            return
        }
        opened.resume()
        turns?.end()
        let reason = wire.serve()
        wire.close()
        mailbox.end(reason)
        if reason.code != .closed {
            logger.warning("database connection lost", metadata: ["reason": "\(reason)"])
        }
        onEnd(self)
    }

    /// One round trip: all calls and a sync.
    func run(_ calls: [Call], _ ending: Job.Ending) async throws -> [Rows] {
        try await perform(.pipeline(calls, ending))
    }

    /// One round trip in the simple protocol.
    func script(_ sql: String) async throws -> [Rows] {
        try await perform(.script(sql))
    }

    private func perform(_ work: Job.Work) async throws -> [Rows] {
        try await withCheckedThrowingContinuation { mailbox.submit(Job(work: work, continuation: $0)) }
    }

    /// Asks the thread to end the connection, at once even when a round trip is on its way.
    func close() {
        mailbox.close()
    }

    /// Returns when the connection has ended, or the task is cancelled.
    func ended() async {
        for await _ in mailbox.watch() {}
    }
}
