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
    private(set) var reports: [ToldReport] = []
    private(set) var requisitions: [(fact: RequisitionFact, item: Item)] = []
    private(set) var invitations: [InvitationFact] = []
    private(set) var discoveries: [DiscoveryFact] = []
    private(set) var exposures: [ExposureFact] = []
    private(set) var cases: [CaseFact] = []
    private(set) var tasks: [TaskFact] = []
    private(set) var grants: [GrantFact] = []
    private(set) var stipends: [StipendFact] = []
    /// The stages of experiments that are to be told.
    private(set) var stages: [Identifier: Item] = [:]

    init(_ items: [Item]) {
        for item in items {
            switch item.payload {
            case let state as EngagementState: engagements.append(EngagementFact(state))
            case let state as EnrolmentState: enrolments.append(EnrolmentFact(state, at: item.time))
            case let start as AssessmentStart: starts.append(AssessmentStartFact(start))
            case let state as CredentialState: credentials.append(CredentialFact(state))
            case let record as TimeReported: add(record, engagement: record.engagement, item)
            case let record as WorkReported: add(record, engagement: record.engagement, item)
            case let record as RatingRecorded: add(record, engagement: record.engagement, item)
            case let record as IncidentRecorded: add(record, engagement: record.engagement, item)
            case let record as RequisitionRecorded:
                requisitions.append((RequisitionFact(record, source: item.source), item))
            default: addPilot(item)
            }
        }
    }

    private mutating func addPilot(_ item: Item) {
        switch item.payload {
        case let state as PoolMembershipState:
            memberships.append(PoolMembershipFact(state, isOpen: item.type == .poolJoined))
        case let state as PremiumUseState:
            uses.append(PremiumUseFact(state, isReturned: item.type == .premiumReturned))
        case let state as InvitationState: invitations.append(InvitationFact(state))
        case let state as DiscoveryState: discoveries.append(DiscoveryFact(state))
        case let state as ExposureState: exposures.append(ExposureFact(state))
        case let state as CaseState: cases.append(CaseFact(state))
        case let state as TaskState: tasks.append(TaskFact(state))
        case let state as GrantState: grants.append(GrantFact(state))
        case let state as StipendState: stipends.append(StipendFact(state))
        case let timer as TimerFired where timer.kind == ExperimentStageFact.timer: stages[timer.key] = item
        default: break
        }
    }

    private mutating func add(_ record: any PersonalRecord, engagement: String?, _ item: Item) {
        guard let contractor = item.contractor else { return }
        reports.append(ToldReport(record, item, contractor, engagement: engagement))
    }

    /// The engagements that hours were reported of.
    private var worked: [Identifier] {
        reports.compactMap { $0.item.type == .timeReported ? $0.engagement : nil }
    }

    /// The loads, one a table that is told of, and first of all which ones these are.
    var queries: [Call] {
        var parts: [(part: Part, call: Call)] = []
        func ask<Kind: Fact>(_ part: Part, _ told: [Kind]) {
            if !told.isEmpty { parts.append((part, FactBook.query(told))) }
        }
        ask(.engagements, engagements)
        ask(.enrolments, enrolments)
        ask(.starts, starts)
        ask(.credentials, credentials)
        ask(.memberships, memberships)
        ask(.uses, uses)
        if !reports.isEmpty { parts.append((.reports, FactBook<ReportFact>.query(ids: reports.map(\.id)))) }
        let worked = worked.sortedUnique()
        if !worked.isEmpty { parts.append((.roles, Call(EngagementFact.roles, [.uuids(worked)]))) }
        if !requisitions.isEmpty { parts.append((.requisitions, RequisitionFact.query(requisitions.map(\.fact)))) }
        ask(.invitations, invitations)
        ask(.discoveries, discoveries)
        ask(.exposures, exposures)
        ask(.cases, cases)
        ask(.tasks, tasks)
        ask(.grants, grants)
        ask(.stipends, stipends)
        if !stages.isEmpty { parts.append((.stages, ExperimentStageFact.query(stages.keys.sorted()))) }
        let mask = parts.reduce(Int64(0)) { $0 | 1 << Int64($1.part.rawValue) }
        return [Call(LoadedParts.mask, [.int8(mask)])] + parts.map(\.call)
    }
}
