import Contracts
import Programmes

/// A notice before its text is chosen.
struct NoticeDraft: Sendable {
    let kind: NoticeKind
    let series: Identifier
    let number: Int64
    let contractor: Identifier
    let programme: PublishedProgramme
    /// The text, by its id in the programme, before an experiment's variant replaces it.
    let text: String
    var variants: [String: String] = [:]
    var enrolment: Identifier?
    var caseID: Identifier?
    /// What the source knew of channel and language.
    var channel: NoticeChannel?
    var language: String?
    var statement: String?
    let dueAt: Timestamp

    /// The notice with its text, in the first language of the declared order that the text is written in (ONB-26); nil
    /// where the programme has no such text.
    func notice(_ preferences: Preferences, issuedAt: Timestamp) -> Notice? {
        var id = text
        for variant in programme.definition.chosen(variants) { id = variant.texts[text] ?? id }
        let languages = preferences.languages(known: language, programme.definition)
        guard let words = programme.definition.text(id), let found = words.wording(in: languages) else { return nil }
        return Notice(
            id: Notice.id(kind, series: series, number: number), series: series, contractor: contractor, kind: kind,
            number: number, programme: programme.id, programmeVersion: programme.version, enrolment: enrolment,
            caseID: caseID, channel: preferences.channel ?? channel, language: found.language.rawValue, text: words.id,
            textVersion: words.version, statement: statement, dueAt: dueAt, issuedAt: issuedAt)
    }
}
