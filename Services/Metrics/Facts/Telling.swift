import Contracts
import Database
import Messaging

/// What a batch tells, sorted by kind of fact, and what is asked of the tables that are told of.
struct Telling: BatchLoading {
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
    private var questions = Questions<Part>()

    /// The loads, one a table that is told of.
    var calls: [Call] { questions.calls }

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
        ask()
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

    private mutating func ask() {
        ask(.engagements, engagements)
        ask(.enrolments, enrolments)
        ask(.starts, starts)
        ask(.credentials, credentials)
        ask(.memberships, memberships)
        ask(.uses, uses)
        if !reports.isEmpty { questions.ask(.reports, FactBook<ReportFact>.query(ids: reports.map(\.id))) }
        let worked = worked.sortedUnique()
        if !worked.isEmpty { questions.ask(.roles, EngagementFact.roles, .uuids(worked)) }
        if !requisitions.isEmpty { questions.ask(.requisitions, RequisitionFact.query(requisitions.map(\.fact))) }
        ask(.invitations, invitations)
        ask(.discoveries, discoveries)
        ask(.exposures, exposures)
        ask(.cases, cases)
        ask(.tasks, tasks)
        ask(.grants, grants)
        ask(.stipends, stipends)
        if !stages.isEmpty { questions.ask(.stages, ExperimentStageFact.query(stages.keys.sorted())) }
    }

    private mutating func ask<Kind: Fact>(_ part: Part, _ told: [Kind]) {
        if !told.isEmpty { questions.ask(part, FactBook.query(told)) }
    }

    /// The answers by table.
    func answers(_ rows: [Rows]) -> Answers<Part> { questions.answers(rows) }
}
