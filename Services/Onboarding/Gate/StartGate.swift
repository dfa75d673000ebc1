import Contracts

/// Decides since when a case is cleared to start (ONB-02).
///
/// A pure function of the facts: the first moment, not before the case opened, at which every step that blocks holds.
/// In whichever order credential and verification arrive, and never on one of them alone.
enum StartGate {
    /// Rule and version in the audit trail.
    static let rule = "start-gate/1"

    /// Since when all the times hold together; nil while there is no such moment.
    static func clearedAt(openedAt: Timestamp, _ blocking: [Spans]) -> Timestamp? {
        let starts = blocking.flatMap { $0.list.map(\.from) }.filter { $0 > openedAt }
        return ([openedAt] + Set(starts).sorted()).first { moment in blocking.allSatisfy { $0.contains(moment) } }
    }
}
