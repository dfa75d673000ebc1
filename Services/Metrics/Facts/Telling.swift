import Contracts
import Database
import Messaging

/// What a batch tells, sorted by kind of fact.
struct Telling {
    private(set) var engagements: [EngagementFact] = []
    private(set) var enrolments: [EnrolmentFact] = []
    private(set) var starts: [AssessmentStartFact] = []
    private(set) var credentials: [CredentialFact] = []
    private(set) var memberships: [PoolMembershipFact] = []
    private(set) var uses: [PremiumUseFact] = []
    private(set) var reports: [(fact: ReportFact, item: Item)] = []

    init(_ items: [Item]) {
        for item in items {
            switch item.payload {
            case let state as EngagementState: engagements.append(EngagementFact(state))
            case let state as EnrolmentState: enrolments.append(EnrolmentFact(state))
            case let start as AssessmentStart: starts.append(AssessmentStartFact(start))
            case let state as CredentialState: credentials.append(CredentialFact(state))
            case let state as PoolMembershipState:
                memberships.append(PoolMembershipFact(state, isOpen: item.type == .poolJoined))
            case let state as PremiumUseState:
                uses.append(PremiumUseFact(state, isReturned: item.type == .premiumReturned))
            case let record as TimeReported: add(record, engagement: record.engagement, item)
            case let record as WorkReported: add(record, engagement: record.engagement, item)
            case let record as RatingRecorded: add(record, engagement: record.engagement, item)
            case let record as IncidentRecorded: add(record, engagement: record.engagement, item)
            default: break
            }
        }
    }

    private mutating func add(_ record: any PersonalRecord, engagement: String?, _ item: Item) {
        guard let contractor = item.contractor else { return }
        let fact = ReportFact(
            record, type: item.type, source: item.source, contractor: contractor, engagement: engagement)
        reports.append((fact, item))
    }

    /// The loads, one a table, in the order in which the rules read them.
    var queries: [Call] {
        [
            FactBook.query(engagements), FactBook.query(enrolments), FactBook.query(starts),
            FactBook.query(credentials), FactBook.query(memberships), FactBook.query(uses),
            FactBook.query(reports.map(\.fact)),
        ]
    }
}
