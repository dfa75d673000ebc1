import Contracts
import Programmes

/// The uses that a credential grants, as the ledger has them.
enum PremiumGrants {
    /// The rule's name and version in the audit trail.
    static let rule = "premium-grant/1"

    /// A grant as it is to be kept, with the postings that bring the ledger there.
    struct Step: Hashable, Sendable {
        let grant: PremiumGrant
        let postings: [Posting]
    }

    /// The steps that bring the grant of a credential to where the credential and its programme say.
    static func settle(
        _ held: PremiumGrant?, credential: CredentialFact, _ premium: Premium?, rate: Int64? = nil, now: Timestamp
    ) -> [Step] {
        var steps: [Step] = []
        let wanted = grant(of: credential, premium, rate)
        if let held, held.isOpen, wanted.map({ !$0.says(the: held) }) ?? true {
            var reversed = held
            reversed.isOpen = false
            reversed.sequence += 1
            let cause = "premium-grant:\(held.credential):\(reversed.sequence)"
            steps.append(Step(grant: reversed, postings: [held.posting(at: now).reversed(because: cause, at: now)]))
        }
        let current = steps.last?.grant ?? held
        if var wanted, current?.isOpen != true {
            wanted.sequence = (current?.sequence ?? 0) + 1
            steps.append(Step(grant: wanted, postings: [wanted.posting(at: now)]))
        }
        return steps
    }

    private static func grant(of credential: CredentialFact, _ premium: Premium?, _ rate: Int64?) -> PremiumGrant? {
        guard !credential.isVoid, let premium, premium.uses > 0 else { return nil }
        return PremiumGrant(
            credential: credential.id, contractor: credential.contractor, programme: credential.programme,
            programmeVersion: credential.programmeVersion, units: Int64(premium.uses), isOpen: true, sequence: 0,
            valueAt: credential.awardedAt, rateBasisPoints: rate)
    }
}
