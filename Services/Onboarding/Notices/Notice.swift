import Contracts
import Programmes

/// Something that a worker is told: an act, issued once and never undone.
struct Notice: Hashable, Sendable {
    let id: Identifier
    /// What it belongs to: an enrolment, a case, an invitation, a credential's term.
    let series: Identifier
    let contractor: Identifier
    let kind: NoticeKind
    let number: Int64
    let programme: String
    let programmeVersion: Int64
    let enrolment: Identifier?
    let caseID: Identifier?
    let channel: NoticeChannel?
    let language: String
    let text: String
    let textVersion: String
    /// The reward statement that went with it, where there was one.
    let statement: String?
    let dueAt: Timestamp
    let issuedAt: Timestamp

    /// The id of a notice: the same cause and number give the same one.
    static func id(_ kind: NoticeKind, series: Identifier, number: Int64) -> Identifier {
        Identifier.derived("notice", kind.rawValue, series.description, String(number))
    }

    /// What the other services are told.
    var state: NoticeState {
        NoticeState(
            notice: id, contractor: contractor, kind: kind, number: number, programme: programme,
            programmeVersion: programmeVersion, enrolment: enrolment, onboardingCase: caseID, channel: channel,
            language: language, text: text, textVersion: textVersion, dueAt: dueAt, issuedAt: issuedAt)
    }
}
