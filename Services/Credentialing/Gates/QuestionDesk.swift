import Contracts
import LinkedData
import Messaging

/// Answers a batch's questions, each with an entry in the audit trail.
struct QuestionDesk {
    let book: QuestionBook
    let context: DecisionContext

    /// Answers a question.
    func decide(_ query: CredentialQueryAsked, _ item: Item, _ out: inout Decisions) {
        let answer = answer(query)
        out.answer(item, .credentialQueryAnswered, answer, about: query.subject)
        out.audit(
            AuditEntry(
                decision: "credential-query.answered", contractor: query.subject, rule: answer.rule,
                programme: answer.programme, programmeVersion: answer.programmeVersion,
                inputs: inputs(query, answer, item), outcome: "\(answer.verdict.rawValue): \(answer.reason)"),
            because: item)
    }

    private func answer(_ query: CredentialQueryAsked) -> CredentialQueryAnswered {
        let held = query.subject.flatMap { book.held[$0] }
        return switch query.question {
        case .verify:
            VerifyRule.answer(
                query.credential.flatMap { book.named[$0] }, keys: book.keys, now: context.now)
        case .gate: GateRule.answer(query, held: held, context.programmes, now: context.now)
        case .screening: ScreeningRule.answer(query, held: held, context.programmes, now: context.now)
        }
    }

    private func inputs(_ query: CredentialQueryAsked, _ answer: CredentialQueryAnswered, _ item: Item) -> String {
        var members: [String: JSON] = [
            "question": .text(query.question.rawValue), "askedBy": .text(item.source),
            "credentials": .list(answer.credentials.map { .text($0.credential.description) }),
        ]
        for (name, text) in [
            ("credential", query.credential?.description), ("action", query.action), ("assetClass", query.assetClass),
            ("screening", query.screening), ("askedProgramme", query.programme),
        ] {
            if let text { members[name] = .text(text) }
        }
        if query.question == .screening {
            members["remainingSteps"] = .list(answer.remainingSteps.map { .text($0) })
        }
        return String(decoding: JSON.object(members).canonical, as: UTF8.self)
    }
}
