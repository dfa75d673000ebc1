import Contracts
import Database
import Messaging

/// The tables that a batch of items needs, and no others: a batch of one kind asks few questions.
struct Loading: BatchLoading {
    /// What can be asked.
    enum Part {
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
        /// What makes files of persons.
        case file
    }

    private var questions = Questions<Part>()

    /// The statements.
    var calls: [Call] { questions.calls }

    init(_ items: [Item], _ roster: Roster) {
        let keys = LoadingKeys(items)
        // Locks come first, so that what is read after them is what they protect.
        if !keys.persons.isEmpty {
            questions.ask(.persons, ContractorStatements.makePersons, .uuids(keys.persons))
            questions.ask(.personLocks, ContractorStatements.lockPersons, .uuids(keys.persons))
        }
        if !keys.contractors.isEmpty {
            if keys.persons.isEmpty && keys.commanded.isEmpty {
                questions.ask(.identities, ContractorStatements.load, .uuids(roster.everybody(with: keys.contractors)))
            } else {
                let groups = [Parameter.uuids(keys.contractors), .uuids(keys.persons), .uuids(keys.commanded)]
                questions.ask(.groupLocks, Call(ContractorStatements.lockGroups, groups))
                questions.ask(.groups, Call(ContractorStatements.loadGroups, groups))
            }
        }
        if !keys.engagements.isEmpty || !keys.asked.isEmpty {
            questions.ask(.engagements, EngagementStatements.load(keys.engagements, keys.asked))
        }
        if !keys.consents.isEmpty || !keys.consulted.isEmpty {
            questions.ask(
                .consents, EnrolmentStatements.loadConsents,
                .uuids(keys.consents.isEmpty ? keys.consulted : keys.contractors),
                .uuids(keys.consents.map(\.record)))
        }
        if !keys.consents.isEmpty { questions.ask(.enrolments, EnrolmentStatements.load, .uuids(keys.contractors)) }
        if !keys.verifications.isEmpty {
            questions.ask(
                .verifications, VerificationStatements.load, .uuids(keys.contractors),
                .uuids(keys.verifications.map(\.record)))
        }
        if !keys.records.isEmpty { questions.ask(.records, RecordStatements.load, .uuids(keys.records)) }
        if !keys.links.isEmpty { questions.ask(.links, InvitationStatements.ofLinks, .uuids(keys.links)) }
        if !keys.agreements.isEmpty {
            questions.ask(.agreementLock, GateStatements.lockAgreements)
            questions.ask(
                .agreementCases, GateStatements.touched, .texts(keys.agreements.map(\.source)),
                .timestamps(keys.agreements.map(\.madeAt)))
        }
        if !keys.settled.isEmpty || !keys.asked.isEmpty {
            for call in FileStatements.calls(contractors: keys.settled, engagements: keys.asked) {
                questions.ask(.file, call)
            }
        }
    }

    /// The answers by what was asked.
    func answers(_ rows: [Rows]) -> Answers<Part> { questions.answers(rows) }
}
