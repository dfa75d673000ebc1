import Contracts
import Database
import Messaging

/// The tables that a batch of items needs, and no others: a batch of one kind asks few questions.
///
/// The answers come back as a list; which of them were asked for stands in the first one.
struct Loading {
    /// What can be asked, in order: locks first, so that what is read after them is what they protect.
    enum Part: Int, CaseIterable {
        case persons
        case personLocks
        case groupLocks
        case identities
        case revisions
        case engagements
        case consents
        case enrolments
        case verifications
        case steps
        case requisitions
    }

    private static let mask = Statement("SELECT $1::int8")
    static let all = [mask]

    /// The statements, the one that names the others first.
    let calls: [Call]

    init(_ items: [Item]) {
        let keys = LoadingKeys(items)
        var parts: [(part: Part, call: Call)] = []
        func ask(_ part: Part, _ statement: Statement, _ parameters: Parameter...) {
            parts.append((part, Call(statement, parameters)))
        }
        if !keys.persons.isEmpty {
            ask(.persons, ContractorStatements.makePersons, .uuids(keys.persons))
            ask(.personLocks, ContractorStatements.lockPersons, .uuids(keys.persons))
        }
        if !keys.contractors.isEmpty {
            let groups = [Parameter.uuids(keys.contractors), .uuids(keys.persons), .uuids(keys.commanded)]
            if !keys.persons.isEmpty || !keys.commanded.isEmpty {
                parts.append((.groupLocks, Call(ContractorStatements.lockGroups, groups)))
            }
            parts.append((.identities, Call(ContractorStatements.load, groups)))
        }
        if !keys.engagements.isEmpty {
            ask(
                .revisions, EngagementStatements.loadRevisions, .uuids(keys.engagements.map(\.record)),
                .int8s(keys.engagements.map(\.revision)))
            ask(.engagements, EngagementStatements.load, .uuids(keys.engagements.map(\.record)))
        }
        if !keys.consents.isEmpty {
            ask(
                .consents, EnrolmentStatements.loadConsents, .uuids(keys.contractors),
                .uuids(keys.consents.map(\.record)))
        }
        if !keys.contractors.isEmpty {
            ask(.enrolments, EnrolmentStatements.load, .uuids(keys.contractors))
            ask(
                .verifications, VerificationStatements.load, .uuids(keys.contractors),
                .uuids(keys.verifications.map(\.record)))
            ask(.steps, CaseStatements.loadSteps, .uuids(keys.contractors))
        }
        if !keys.requisitions.isEmpty {
            ask(
                .requisitions, RequisitionStatements.load, .uuids(keys.requisitions.map(\.record)),
                .int8s(keys.requisitions.map(\.revision)))
        }
        let asked = parts.reduce(Int64(0)) { $0 | 1 << Int64($1.part.rawValue) }
        calls = [Call(Loading.mask, [.int8(asked)])] + parts.map(\.call)
    }

    /// The answers by what was asked.
    static func answers(_ loaded: [Rows]) throws -> [Part: Rows] {
        guard let first = loaded.first else { return [:] }
        let asked = try first.only().int64(0)
        let parts = Part.allCases.filter { asked & 1 << Int64($0.rawValue) != 0 }
        return Dictionary(uniqueKeysWithValues: zip(parts, loaded.dropFirst()))
    }
}
