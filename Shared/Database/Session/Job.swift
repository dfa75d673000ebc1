/// One round trip, and who waits for it.
struct Job: Sendable {
    /// What has become of the transaction when the round trip is over; it tells what a loss on the way means.
    enum Ending: Sendable {
        /// The calls are a transaction of their own, which the sync commits.
        case implicitCommit
        /// The last call is COMMIT.
        case commit
        /// The transaction stays open, or ends by ROLLBACK: nothing is committed.
        case none
    }

    enum Work: Sendable {
        /// Calls and one sync.
        case pipeline([Call], Ending)
        /// Several statements in one string, in the simple protocol.
        case script(String)
    }

    let work: Work
    let continuation: CheckedContinuation<[Rows], any Error>

    /// The statements that are run; none for a script.
    var calls: [Call] {
        if case .pipeline(let calls, _) = work { calls } else { [] }
    }

    /// Whether the round trip commits.
    var commits: Bool {
        if case .pipeline(_, .none) = work { false } else { true }
    }
}
