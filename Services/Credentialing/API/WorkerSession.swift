import Contracts
import Hummingbird

/// Tells which worker it is that a browser belongs to.
protocol WorkerSession: Sendable {
    /// The worker who is signed in; nil where nobody is.
    func contractor(of request: Request) async throws -> Identifier?
}
