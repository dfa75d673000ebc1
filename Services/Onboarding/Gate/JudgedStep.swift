import Contracts
import Programmes

/// A step of a checklist with the times at which it was done, and those at which something else stood for it.
struct JudgedStep: Sendable {
    let definition: OnboardingStep
    let done: Spans
    /// When a credential or earlier evidence covers it, each with its id.
    let waivers: [(by: Identifier, spans: Spans)]
    /// Which version of its text the worker saw.
    let textVersion: String?

    /// Whether it must be there before work is billed: a credential and an outside check always, since the agreement
    /// asks for them; anything else only with a written basis (ONB-18).
    var blocks: Bool {
        definition.kind == .credential || definition.kind == .verification || definition.isMandatory
    }

    /// When it holds, by itself or waived.
    var spans: Spans { waivers.reduce(done) { $0.union($1.spans) } }

    /// The step as it stands at a time.
    func row(_ gate: Gate, statement: String?, at now: Timestamp) -> GateStep {
        var row = GateStep(
            caseID: gate.caseID, step: definition.id, contractor: gate.contractor, kind: definition.kind.rawValue,
            owner: definition.owner.rawValue, blocks: blocks)
        row.textVersion = textVersion
        row.statement = textVersion == nil ? nil : statement
        if let span = done.span(at: now) {
            row.state = .done
            row.doneAt = span.from
        } else if let (by, span) = waivers.lazy.compactMap({ waiver in
            waiver.spans.span(at: now).map { (waiver.by, $0) }
        }).min(by: { ($0.1.from, $0.0) < ($1.1.from, $1.0) }) {
            row.state = .waived
            row.doneAt = span.from
            row.waivedBy = by
        }
        return row
    }
}
