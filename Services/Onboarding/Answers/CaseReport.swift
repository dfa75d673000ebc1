import Contracts
import Programmes
import ServiceRuntime

/// What a case looks like to its worker and to operators (ONB-14, ONB-15, ONB-21): where it stands, what is open, what
/// each step needs and how to start it, what was seen, and what is paid for what.
struct CaseReport {
    let judged: CaseJudge.Judged
    let file: PersonFile
    let now: Timestamp

    var json: JSONValue {
        let gate = judged.gate
        return .object([
            ("case", .string(gate.caseID.description)), ("engagement", .string(gate.engagement.description)),
            ("contractor", .string(gate.contractor.description)), ("role", .text(gate.role)),
            ("programme", .text(gate.programme)), ("programme_version", .number(gate.programmeVersion)),
            ("status", .string(gate.status.rawValue)), ("agreement", .text(gate.agreement)), ("clock", clock),
            ("steps", .array(zip(judged.steps, judged.rows).map(step))), ("welcome", welcome),
            ("milestones", .array(milestones)),
        ])
    }

    /// Met or missed, with the hours that it took or has taken (ONB-03).
    private var clock: JSONValue {
        let gate = judged.gate
        guard let startedAt = gate.startedAt else { return .null }
        let result: String? =
            if let clearedAt = gate.clearedAt, let dueAt = gate.dueAt { clearedAt <= dueAt ? "met" : "missed" } else {
                gate.isBreached ? "missed" : nil
            }
        let elapsed = (gate.clearedAt ?? now).microseconds - startedAt.microseconds
        return .object([
            ("started_at", .time(startedAt)), ("warning_at", .time(gate.warningAt)), ("due_at", .time(gate.dueAt)),
            ("cleared_at", .time(gate.clearedAt)), ("result", .text(result)),
            ("elapsed_minutes", .integer(elapsed / 60_000_000)),
        ])
    }

    private func step(_ step: JudgedStep, _ row: GateStep) -> JSONValue {
        let definition = step.definition
        return .object([
            ("step", .string(definition.id)), ("kind", .string(definition.kind.rawValue)),
            ("title", .string(definition.title)), ("state", .string(row.state.rawValue)), ("blocks", .bool(row.blocks)),
            (
                "basis",
                definition.basis.map {
                    .object([("kind", .string($0.kind.rawValue)), ("reference", .string($0.reference))])
                } ?? .null
            ),
            ("needs", .text(definition.needs)), ("minutes", .number(definition.minutes.map(Int64.init))),
            ("owner", .string(definition.owner.rawValue)), ("start", start(definition)),
            ("done_at", .time(row.doneAt)), ("waived_by", .text(row.waivedBy?.description)),
            ("text_version", .text(row.textVersion)), ("statement", .text(row.statement)),
        ])
    }

    /// What a worker, or whoever owns the step, sends to start or close it; nobody else has to do anything first.
    private func start(_ step: OnboardingStep) -> JSONValue {
        switch step.kind {
        case .consent, .terms:
            .object([
                ("by", .string("the sign-up link of the invitation, or a consent")),
                ("type", .string(EventType.consentRecorded.name)),
            ])
        case .verification:
            .object([("by", .string("the outside check")), ("type", .string(EventType.verificationRecorded.name))])
        case .credential:
            .object([
                ("by", .string("an attempt at the assessment")), ("type", .string(EventType.attemptRecorded.name)),
                ("pathway", .text(step.pathway)),
            ])
        case .safety, .benefits, .sandbox, .securityBaseline, .simulation:
            .object([
                ("by", .string("the step itself")), ("type", .string(EventType.stepRecorded.name)),
                ("unit", .text(step.unit)),
            ])
        }
    }

    /// Which version of the welcome was told, and with which programme and reward statement.
    private var welcome: JSONValue {
        guard
            let notice = file.facts.notices.filter({ $0.kind == .welcome && $0.programme == judged.gate.programme })
                .max(by: { ($0.issuedAt, $0.id) < ($1.issuedAt, $1.id) })
        else { return .null }
        return .object([
            ("text", .string(notice.text)), ("text_version", .string(notice.textVersion)),
            ("language", .string(notice.language)), ("programme_version", .integer(notice.programmeVersion)),
            ("statement", .text(notice.statement)), ("told_at", .time(notice.issuedAt)),
        ])
    }

    private var milestones: [JSONValue] {
        guard let role = judged.gate.role.flatMap({ judged.programme?.definition.onboarding(of: $0) }) else {
            return []
        }
        return role.milestones.map { milestone in
            .object([
                ("trigger", .string(milestone.trigger)), ("amount_minor_units", .number(milestone.amount?.minorUnits)),
                ("currency", .text(milestone.amount?.currency)), ("basis_points", .number(milestone.basisPoints)),
            ])
        }
    }
}

extension JSONValue {
    /// A text, or nothing.
    static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// A whole number, or nothing.
    static func number(_ number: Int64?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

    /// A moment, or nothing.
    static func time(_ time: Timestamp?) -> JSONValue { time.map { .string("\($0)") } ?? .null }
}
