import Contracts
import Programmes

/// On which way and in which language a worker wants to be told, and whether of reminders at all (ONB-12, ONB-26).
struct Preferences: Equatable, Sendable {
    private(set) var language: String?
    private(set) var channel: NoticeChannel?
    private(set) var mutesReminders = false

    /// No word of the worker.
    init() {}

    /// What the preferences recorded say together: of each point the last word by event time.
    init(_ facts: [RecordedFact]) {
        for case let record as PreferenceRecorded in RecordedFact.standing(facts).map(\.record) {
            language = record.language ?? language
            channel = record.channel ?? channel
            mutesReminders = record.mutesReminders
        }
    }

    /// The languages to be tried, in order: the worker's own word, what the source knew, then as the programme lists
    /// them.
    func languages(known: String?, _ programme: ProgrammeDefinition) -> [PageLanguage] {
        [language, known].compactMap { $0.flatMap { PageLanguage(tag: $0) } } + programme.languages
    }

    /// The language of what has no wording of its own.
    func tag(known: String?, _ programme: ProgrammeDefinition) -> String {
        language ?? known ?? programme.languages.first?.rawValue ?? PageLanguage.english.rawValue
    }
}
