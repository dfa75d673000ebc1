import Contracts
import Database
import Messaging

/// The tables that a batch of items needs, and no others.
///
/// The answers come back as a list; which of them were asked for stands in the first one.
struct Loading {
    /// What can be asked, in order.
    enum Part: Int, CaseIterable {
        case results
        case enrolments
        case outcomes
        case learning
        case attempts
    }

    private static let mask = Statement("SELECT $1::int8")
    static let all = [mask]

    /// The statements, the one that names the others first.
    let calls: [Call]

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
        var asked: Int64 = 0
        var calls: [Call] = []
        func ask(_ part: Part, _ statement: Statement, _ parameters: [Parameter]) {
            asked |= 1 << Int64(part.rawValue)
            calls.append(Call(statement, parameters))
        }
        let contractors = roster.everybody(with: (concerned + attempting).contractorKeys)
        if !contractors.isEmpty {
            ask(.results, ResultStatements.load, [.uuids(contractors), .uuids(results.sortedUnique())])
            ask(.enrolments, EnrolmentStatements.load, [.uuids(contractors)])
            ask(.outcomes, OutcomeStatements.load, [.uuids(contractors)])
        }
        if !learning.isEmpty { ask(.learning, LearningStatements.load, [.uuids(learning.sortedUnique())]) }
        let attempters = roster.everybody(with: attempting.contractorKeys)
        if !attempters.isEmpty {
            ask(.attempts, AttemptStatements.load, [.uuids(attempters), .uuids(records.sortedUnique())])
        }
        self.calls = [Call(Loading.mask, [.int8(asked)])] + calls
    }

    /// The answers by what was asked.
    static func answers(_ loaded: [Rows]) throws -> [Part: Rows] {
        guard let first = loaded.first else { return [:] }
        let asked = try first.only().int64(0)
        let parts = Part.allCases.filter { asked & 1 << Int64($0.rawValue) != 0 }
        return Dictionary(uniqueKeysWithValues: zip(parts, loaded.dropFirst()))
    }
}
