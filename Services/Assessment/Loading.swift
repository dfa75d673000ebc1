import Contracts
import Database
import Messaging

/// The tables that a batch of items needs, and no others.
struct Loading: BatchLoading {
    /// What can be asked.
    enum Part {
        case results
        case enrolments
        case outcomes
        case learning
        case attempts
    }

    private var questions = Questions<Part>()

    /// The statements.
    var calls: [Call] { questions.calls }

    init(_ items: [Item], _ roster: Roster) {
        var results: [Identifier] = []
        var learning: [Identifier] = []
        var records: [Identifier] = []
        var concerned: [Item] = []
        // What results alone concern knows no attempts: most results come from elsewhere, and their tables stay shut.
        var attempting: [Item] = []
        for item in items {
            switch item.payload {
            case let record as AssessmentResultRecorded:
                results.append(ResultBook.id(source: item.source, id: record.id))
                concerned.append(item)
            case let record as LearningRecorded:
                learning.append(LearningBook.id(source: item.source, id: record.id))
            case let record as AttemptRecorded:
                records.append(AttemptFact.id(ofAct: record.id, source: item.source))
                attempting.append(item)
            case let record as ReviewRecorded:
                records.append(AttemptFact.id(ofReview: record.id, source: item.source))
                attempting.append(item)
            default: attempting.append(item)
            }
        }
        let contractors = roster.everybody(with: (concerned + attempting).contractorKeys)
        if !contractors.isEmpty {
            questions.ask(.results, ResultStatements.load, .uuids(contractors), .uuids(results.sortedUnique()))
            questions.ask(.enrolments, EnrolmentStatements.load, .uuids(contractors))
            questions.ask(.outcomes, OutcomeStatements.load, .uuids(contractors))
        }
        if !learning.isEmpty { questions.ask(.learning, LearningStatements.load, .uuids(learning.sortedUnique())) }
        let attempters = roster.everybody(with: attempting.contractorKeys)
        if !attempters.isEmpty {
            questions.ask(
                .attempts, AttemptStatements.load, .uuids(attempters), .uuids(records.sortedUnique()))
        }
    }

    /// The answers by what was asked.
    func answers(_ rows: [Rows]) -> Answers<Part> { questions.answers(rows) }
}
