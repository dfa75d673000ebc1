import Contracts
import Programmes

/// Who is in a preferred pool (INC-03).
///
/// An outcome decision: a place lasts from the award of its credential until that ends, and ends when the credential
/// lapses or is revoked. While its credential is suspended a place pauses, and comes back by itself. It excludes nobody
/// from other work and binds nobody to this one; there is no such term to set.
enum Pools {
    /// The rule's name and version in the audit trail.
    static let rule = "preferred-pool/2"

    /// The steps, in order, that bring a place in a pool to where its credential says; the last one is to be kept.
    static func settle(
        _ held: PoolMembership?, _ id: Identifier, credential: CredentialFact, pool: Pool
    ) -> [PoolMembership] {
        var place =
            held
            ?? PoolMembership(
                id: id, credential: credential.id, pool: pool.id, contractor: credential.contractor,
                programme: credential.programme, programmeVersion: credential.programmeVersion,
                from: credential.awardedAt, until: credential.validUntil, isOpen: false, reason: "", sequence: 0)
        guard held != nil || !credential.isVoid else { return [] }
        place.contractor = credential.contractor
        place.programme = credential.programme
        place.programmeVersion = credential.programmeVersion
        place.from = credential.awardedAt
        place.until = credential.validUntil
        place.pausedUntil = credential.suspensions.suspendedUntil
        var steps: [PoolMembership] = []
        // A place whose credential had lapsed before it was first heard of has lasted all the same.
        if credential.status == .valid || held == nil {
            let moved = held?.isOpen == true
            place.isOpen = true
            place.reason = reason(place, after: moved ? held : nil)
            append(place, after: held, to: &steps)
        }
        if credential.status != .valid {
            place.isOpen = false
            place.reason = "credential \(credential.status.rawValue)"
            place.sequence = steps.last?.sequence ?? place.sequence
            append(place, after: steps.last ?? held, to: &steps)
        }
        return steps
    }

    private static func reason(_ place: PoolMembership, after held: PoolMembership?) -> String {
        if place.pausedUntil != nil { return "paused: credential suspended" }
        guard let held else { return "credential valid" }
        return held.pausedUntil == nil ? "credential corrected" : "suspension over"
    }

    private static func append(
        _ place: PoolMembership, after before: PoolMembership?, to steps: inout [PoolMembership]
    ) {
        if let before, same(before, place) { return }
        var next = place
        next.sequence += 1
        steps.append(next)
    }

    /// Whether there is nothing to announce: a new version of the programme alone is no news.
    private static func same(_ left: PoolMembership, _ right: PoolMembership) -> Bool {
        left.contractor == right.contractor && left.programme == right.programme && left.from == right.from
            && left.until == right.until && left.isOpen == right.isOpen && left.pausedUntil == right.pausedUntil
            && (left.isOpen || left.reason == right.reason)
    }
}
