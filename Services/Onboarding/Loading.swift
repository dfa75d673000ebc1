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
        case groups
        case engagements
        case consents
        case enrolments
        case verifications
        case records
        case links
        case agreementLock
        case agreementCases
    }

    private static let mask = Statement("SELECT $1::int8")
    static let all = [mask]

    /// The statements, the one that names the others first.
    let calls: [Call]

    init(_ items: [Item], _ roster: Roster) {
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
            if keys.persons.isEmpty && keys.commanded.isEmpty {
                ask(.identities, ContractorStatements.load, .uuids(roster.everybody(with: keys.contractors)))
            } else {
                let groups = [Parameter.uuids(keys.contractors), .uuids(keys.persons), .uuids(keys.commanded)]
                parts.append((.groupLocks, Call(ContractorStatements.lockGroups, groups)))
                parts.append((.groups, Call(ContractorStatements.loadGroups, groups)))
            }
        }
        if !keys.engagements.isEmpty || !keys.asked.isEmpty {
            parts.append((.engagements, EngagementStatements.load(keys.engagements, keys.asked)))
        }
        if !keys.consents.isEmpty || !keys.consulted.isEmpty {
            ask(
                .consents, EnrolmentStatements.loadConsents,
                .uuids(keys.consents.isEmpty ? keys.consulted : keys.contractors),
                .uuids(keys.consents.map(\.record)))
        }
        if !keys.consents.isEmpty { ask(.enrolments, EnrolmentStatements.load, .uuids(keys.contractors)) }
        if !keys.verifications.isEmpty {
            ask(
                .verifications, VerificationStatements.load, .uuids(keys.contractors),
                .uuids(keys.verifications.map(\.record)))
        }
        if !keys.records.isEmpty { ask(.records, RecordStatements.load, .uuids(keys.records)) }
        if !keys.links.isEmpty { ask(.links, InvitationStatements.ofLinks, .uuids(keys.links)) }
        if !keys.agreements.isEmpty {
            ask(.agreementLock, GateStatements.lockAgreements)
            ask(
                .agreementCases, GateStatements.touched, .texts(keys.agreements.map(\.source)),
                .timestamps(keys.agreements.map(\.madeAt)))
        }
        let asked = parts.reduce(Int64(0)) { $0 | 1 << Int64($1.part.rawValue) }
        let isFileNeeded = !keys.settled.isEmpty || !keys.asked.isEmpty
        calls =
            [Call(Loading.mask, [.int8(asked)])] + parts.map(\.call)
            + (isFileNeeded ? FileStatements.calls(contractors: keys.settled, engagements: keys.asked) : [])
    }

    /// The answers by what was asked, and those that make files of persons.
    static func answers(_ loaded: [Rows]) throws -> (parts: [Part: Rows], file: [Rows]) {
        guard let first = loaded.first else { return ([:], []) }
        let asked = try first.only().int64(0)
        let parts = Part.allCases.filter { asked & 1 << Int64($0.rawValue) != 0 }
        let rows = loaded.dropFirst()
        return (Dictionary(uniqueKeysWithValues: zip(parts, rows)), Array(rows.dropFirst(parts.count)))
    }
}
