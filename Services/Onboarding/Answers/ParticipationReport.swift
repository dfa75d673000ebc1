import Contracts
import Messaging
import ServiceRuntime

/// The written record that taking part is voluntary (GOV-09): every opt-in, acceptance of terms, confirmation of
/// independent status and other consent, and every withdrawal, with the text that was shown.
struct ParticipationReport {
    let file: PersonFile

    var json: JSONValue {
        .object([
            ("contractor", .string(file.canonical.description)),
            ("entries", .array(file.facts.consents.sorted(by: ConsentFact.precedes).map(entry))),
            ("enrolments", .array(file.facts.enrolments.sorted { $0.place < $1.place }.map(enrolment))),
        ])
    }

    private func entry(_ fact: ConsentFact) -> JSONValue {
        .object([
            ("purpose", .string(fact.purpose)), ("decision", .string(fact.decision.rawValue)),
            ("at", .time(fact.eventTime)), ("text_version", .string(fact.textVersion)),
            ("basis", .string(fact.basis.rawValue)), ("channel", .text(fact.channel)),
            ("language", .text(fact.language)), ("programme", .text(fact.programme)),
            ("offering", .text(fact.offering)), ("record", .string(fact.recordID)),
            ("revision", .integer(fact.key.revision)),
        ])
    }

    private func enrolment(_ enrolment: Enrolment) -> JSONValue {
        .object([
            ("programme", .string(enrolment.place.programme)),
            ("programme_version", .integer(enrolment.programmeVersion)),
            ("offering", .string(enrolment.place.offering)), ("status", .string(enrolment.status.rawValue)),
            ("opted_in_at", .time(enrolment.optedInAt)), ("text_version", .string(enrolment.textVersion)),
            ("channel", .text(enrolment.channel)),
        ])
    }
}
