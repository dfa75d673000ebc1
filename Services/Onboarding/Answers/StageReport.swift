import Contracts
import ServiceRuntime

/// When a person reached each stage that onboarding knows of, from seen to cleared (ONB-25); assessed, credentialed and
/// rehired are told by the services that know.
struct StageReport {
    let file: PersonFile

    var json: JSONValue {
        let enrolments = Dictionary(grouping: file.facts.enrolments, by: \.place.programme)
        let programmes = Set(
            file.facts.discoveries.map(\.programme) + file.facts.invitations.map(\.programme)
                + enrolments.keys)
        return .object([
            ("contractor", .string(file.canonical.description)),
            (
                "programmes",
                .array(
                    programmes.sorted().map { programme in
                        stage(programme, enrolments[programme] ?? [])
                    })
            ), ("engagements", .array(file.facts.gates.map(engagement))),
        ])
    }

    private func stage(_ programme: String, _ enrolments: [Enrolment]) -> JSONValue {
        let invited = file.facts.invitations.filter { $0.programme == programme && !$0.isWithdrawn }
        return .object([
            ("programme", .string(programme)),
            ("seen_at", .time(file.facts.discoveries.filter { $0.programme == programme }.map(\.seenAt).min())),
            ("invited_at", .time(invited.map(\.invitedAt).min())),
            ("opted_in_at", .time(enrolments.map(\.optedInAt).min())),
        ])
    }

    private func engagement(_ gate: Gate) -> JSONValue {
        let story = file.story(of: gate.engagement)
        return .object([
            ("engagement", .string(gate.engagement.description)), ("role", .text(gate.role)),
            ("offered_at", .time(story?.offeredAt)), ("engaged_at", .time(story?.acceptedAt)),
            ("cleared_at", .time(gate.clearedAt)),
        ])
    }
}
