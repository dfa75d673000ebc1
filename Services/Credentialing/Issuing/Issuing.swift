import Contracts
import Programmes

/// Which credential an assessment outcome earns (CRD-01, CRD-04).
///
/// An outcome decision in the sense of lateness: what a credential says is a function of the outcome with the highest
/// sequence, whatever arrived before it, and of `now` only in that it has lapsed or not. Every difference from what was
/// announced before is announced under the same id, with the next sequence.
enum Issuing {
    /// The rule's name and version in the audit trail.
    static let rule = "credential-issuing/1"
    /// Why a credential is revoked when its outcome turns out not to be passed.
    static let outcomeCorrected = "outcome corrected"

    /// What the caller knows about the outcome beside itself.
    struct Terms: Sendable {
        /// The contractor who stands for the group of linked ones.
        let holder: Identifier
        /// What the programme says about the credential; none where the outcome is not passed.
        let definition: CredentialDefinition?
        /// The credential's renewals; nil where they were not asked for, so that its dates stay as a renewal left them.
        let renewals: [Renewal]?
        /// The database's clock.
        let now: Timestamp
    }

    /// What follows from an outcome.
    struct Answer: Sendable {
        /// The credential as it is to be kept.
        var credential: Credential
        /// What is to be announced, in order.
        var steps: [CredentialStep]
        /// A renewal that a person granted.
        var granted: Renewal?
    }

    /// Applies an outcome to the credential that it earned before, if any.
    ///
    /// - Parameters:
    ///   - outcome: what assessment says.
    ///   - awardedAt: the moment that earned it; nil when it is not passed.
    ///   - held: the credential of this outcome as it is kept.
    ///   - terms: what else the rule depends on.
    ///   - salt: makes a fresh salt; called only for a credential that is new.
    /// - Returns: nil when nothing is held and nothing is earned, or when a later outcome is known already.
    static func apply(
        _ outcome: OutcomeState, awardedAt: Timestamp?, to held: Credential?, _ terms: Terms, salt: () -> [UInt8]
    ) -> Answer? {
        guard let held else {
            guard let awardedAt else { return nil }
            return issue(outcome, awardedAt, terms, salt: salt())
        }
        guard outcome.sequence > held.outcomeSequence else { return nil }
        var credential = held
        credential.outcomeSequence = outcome.sequence
        guard let awardedAt else { return revoke(credential, terms) }
        return correct(credential, outcome, awardedAt, terms)
    }

    private static func issue(
        _ outcome: OutcomeState, _ awardedAt: Timestamp, _ terms: Terms, salt: [UInt8]
    ) -> Answer {
        var credential = Credential(
            id: Credential.id(of: outcome.outcome), outcome: outcome.outcome, contractor: outcome.contractor,
            holder: terms.holder, programme: outcome.programme, programmeVersion: outcome.programmeVersion,
            pathway: outcome.pathway, offering: outcome.offering, achievement: outcome.achievement,
            score: outcome.score, status: .valid, statusSince: terms.now, reason: nil, awardedAt: awardedAt,
            validFrom: awardedAt, validUntil: awardedAt, attempt: outcome.attempt,
            rubricVersion: outcome.rubricVersion, sequence: 1, outcomeSequence: outcome.sequence, salt: salt)
        credential.follow(terms)
        return Answer(credential: credential, steps: [CredentialStep(kind: .issued, credential: credential)])
    }

    private static func revoke(_ credential: Credential, _ terms: Terms) -> Answer {
        guard credential.status != .revoked else { return Answer(credential: credential, steps: []) }
        var revoked = credential
        revoked.status = .revoked
        revoked.statusSince = terms.now
        revoked.reason = outcomeCorrected
        revoked.holder = terms.holder
        revoked.sequence += 1
        return Answer(credential: revoked, steps: [CredentialStep(kind: .revoked, credential: revoked)])
    }

    private static func correct(
        _ held: Credential, _ outcome: OutcomeState, _ awardedAt: Timestamp, _ terms: Terms
    ) -> Answer {
        // What a person revoked for cause, a corrected outcome does not give back.
        if held.isRevokedForCause { return Answer(credential: held, steps: []) }
        var credential = held
        credential.contractor = outcome.contractor
        credential.holder = terms.holder
        credential.programme = outcome.programme
        credential.programmeVersion = outcome.programmeVersion
        credential.pathway = outcome.pathway
        credential.offering = outcome.offering
        credential.achievement = outcome.achievement
        credential.score = outcome.score
        credential.attempt = outcome.attempt
        credential.rubricVersion = outcome.rubricVersion
        credential.awardedAt = awardedAt
        credential.follow(terms)
        if credential.status == .revoked || (credential.status == .lapsed && credential.validUntil > terms.now) {
            credential.status = .valid
            credential.statusSince = terms.now
            credential.reason = nil
        }
        guard credential != held else { return Answer(credential: credential, steps: []) }
        credential.sequence += 1
        return Answer(credential: credential, steps: [CredentialStep(kind: .corrected, credential: credential)])
    }

    /// Says again whose credential it is, after a link of contractors was made or undone (ONB-27).
    static func readdress(_ held: Credential, to holder: Identifier) -> Answer? {
        guard held.holder != holder else { return nil }
        var credential = held
        credential.holder = holder
        credential.sequence += 1
        return Answer(credential: credential, steps: [CredentialStep(kind: .corrected, credential: credential)])
    }
}

extension Credential {
    /// Takes the dates that its award and its renewals come to.
    fileprivate mutating func follow(_ terms: Issuing.Terms) {
        guard let definition = terms.definition else { return }
        if let renewals = terms.renewals {
            follow(TermRule.terms(of: self, renewals, definition))
        } else if renewedAt.map({ $0 <= awardedAt }) ?? true {
            // A renewal stands, as long as it is later than what is certified.
            follow(TermRule.terms(of: self, [], definition))
        }
    }
}
