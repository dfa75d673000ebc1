import Contracts
import Pages

/// The words, numbers and days of a page about an experiment in one language; all of it is plain text.
struct ExperimentWords: Sendable {
    let texts: PhraseBook<ExperimentPhrase>
    let local: LocalText

    init(_ texts: PhraseBook<ExperimentPhrase>) {
        self.texts = texts
        local = LocalText(texts.language)
    }

    func callAsFunction(_ phrase: ExperimentPhrase, _ fillings: String...) -> String {
        texts.plain(phrase, fillings)
    }

    /// A figure by its name; one that the page does not know is called as it is.
    func figure(_ name: String) -> String {
        let phrase: ExperimentPhrase? =
            switch name {
            case TimeToFill.name: .kpiTimeToFill
            case FirstWeekErrors.name: .kpiFirstWeekErrors
            case Incidents.name: .kpiIncidents
            case Participation.name: .kpiParticipation
            case Completion.name: .kpiCompletion
            case QualityDelta.name: .kpiQualityDelta
            case Rehire.name: .kpiRehire
            case Clearance.name: .kpiClearance
            default: nil
            }
        return phrase.map { self($0) } ?? name
    }

    /// A figure by its name, at the beginning of a title.
    func title(_ name: String) -> String {
        let text = figure(name)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    func day(_ day: Day) -> String { local.day(day) }

    /// A day of a report.
    func day(_ text: String) -> String { Day(String(text.prefix(10))).map { local.day($0) } ?? text }

    /// A moment of a report, to the minute.
    func moment(_ text: String) -> String {
        let time = text.dropFirst(11).prefix(5)
        return time.isEmpty ? day(text) : "\(day(text)), \(time) UTC"
    }

    /// A p-value to be read after the letter p.
    func p(_ value: Double) -> String { local.probability(value) }

    /// A p-value of a table.
    func barePValue(_ value: Double?) -> String { value.map { local.bareProbability($0) } ?? LocalText.nothing }

    func count(_ value: some BinaryInteger) -> String { local.whole(value) }

    func verdict(_ verdict: ExperimentVerdict) -> String {
        switch verdict {
        case .notStarted: self(.shortNotStarted)
        case .collecting: self(.shortCollecting)
        case .blocked: self(.shortBlocked)
        case .withheld: self(.shortWithheld)
        case .difference: self(.shortDifference)
        case .noDifferenceShown: self(.shortNoDifference)
        }
    }
}
