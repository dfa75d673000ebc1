import Contracts
import LinkedData
import Messaging
import Programmes

/// Explains a credential: what it rests on, its terms, what it opens and what ends it; each answer is in the audit trail.
struct EffectsDesk {
    let book: CredentialBook
    let context: DecisionContext

    /// Answers a question; one about a credential that is not there stays without an answer.
    func decide(_ asked: EffectsAsked, _ item: Item, _ out: inout Decisions) {
        guard let credential = book.credentials[asked.credential],
            let issued = context.programmes.find(
                programme: credential.programme, version: credential.programmeVersion),
            let newest = context.programmes.find(programme: credential.programme),
            let definition = issued.definition.pathway(credential.pathway)?.credential
        else { return }
        let rule = EffectsRule(credential: credential, issued: issued, newest: newest, now: context.now)
        let terms = TermRule.terms(of: credential, book.renewals?.renewals(of: credential.id) ?? [], definition)
        let document = document(credential, rule, terms)
        out.answer(
            item, EffectsTold.type, EffectsTold(document: String(decoding: document.canonical, as: UTF8.self)))
        let inputs: JSON = [
            "credential": .text(credential.id.description), "askedBy": .text(item.source),
            "standing": .text(rule.standing.rawValue), "newestVersion": .text(String(newest.version)),
        ]
        out.audit(
            AuditEntry(
                decision: "credential-effects.explained", contractor: credential.contractor, rule: EffectsRule.rule,
                programme: credential.programme, programmeVersion: credential.programmeVersion,
                inputs: String(decoding: inputs.canonical, as: UTF8.self),
                outcome: "\(rule.effects.filter(\.isInForce).count) of \(rule.effects.count) effects in force"),
            because: item)
    }

    private func document(_ credential: Credential, _ rule: EffectsRule, _ terms: [Term]) -> JSON {
        var members: [String: JSON] = [
            "credential": .text(credential.id.description), "programme": .text(credential.programme),
            "programmeVersion": .integer(credential.programmeVersion), "pathway": .text(credential.pathway),
            "standing": .text(rule.standing.rawValue), "validFrom": moment(credential.validFrom),
            "validUntil": moment(credential.validUntil), "assessment": assessment(credential),
            "terms": .list(terms.enumerated().map { term($0.offset, $0.element) }),
            "effects": .list(rule.effects.map(\.json)),
            "ends": .list(
                rule.ends.map { ["kind": .text($0.kind), "rule": .text($0.rule), "words": .text($0.words)] }),
            "rule": .text(EffectsRule.rule), "explainedAt": moment(context.now),
        ]
        if let suspension = credential.suspension, suspension.until > context.now {
            members["suspension"] = [
                "since": moment(suspension.since), "until": moment(suspension.until),
                "reason": .text(suspension.reason),
            ]
        }
        if credential.status == .revoked {
            var revocation: [String: JSON] = ["since": moment(credential.statusSince)]
            if let reason = credential.reason { revocation["reason"] = .text(reason) }
            if let condition = credential.condition { revocation["condition"] = .text(condition) }
            members["revocation"] = .object(revocation)
        }
        return .object(members)
    }

    /// What earned it: from here the score is found (ASM-20).
    private func assessment(_ credential: Credential) -> JSON {
        var members: [String: JSON] = [
            "outcome": .text(credential.outcome.description), "score": .text(credential.score.text),
            "programmeVersion": .integer(credential.programmeVersion), "passedAt": moment(credential.awardedAt),
            "offering": .text(credential.offering),
        ]
        if let attempt = credential.attempt { members["attempt"] = .text(attempt) }
        if let rubric = credential.rubricVersion { members["rubricVersion"] = .text(rubric) }
        return .object(members)
    }

    private func term(_ number: Int, _ term: Term) -> JSON {
        var members: [String: JSON] = [
            "number": .integer(Int64(number)), "earnedAt": moment(term.earnedAt), "validFrom": moment(term.validFrom),
            "validUntil": moment(term.validUntil),
        ]
        if let renewal = term.renewal { members["renewal"] = .text(renewal.description) }
        if let score = term.score { members["score"] = .text(score.text) }
        return .object(members)
    }

    private func moment(_ moment: Timestamp) -> JSON { .text(UTCText.seconds(moment)) }
}
