import Contracts
import Programmes

/// A made-up year of a few workers: what is true in the end, and the messages that tell it in whatever order.
struct World {
    struct Engagement {
        var id: Identifier
        var worker: Int
        var role: String
        var requisition: String?
        var status: EngagementStatus
        var acceptedAt: Timestamp?
        var startsAt: Timestamp
        var endsAt: Timestamp
    }

    struct Requisition {
        var id: String
        var revisions: [RequisitionRecorded]
    }

    struct Credential {
        var worker: Int
        var programme: String
        var offering: String
        var awardedAt: Timestamp
        /// Until when it was held; the award itself where it never was.
        var heldUntil: Timestamp
        var counts: Bool
    }

    struct Report {
        var worker: Int
        var engagement: Identifier?
        var at: Timestamp
        var units: Int64 = 0
        var errors: Int64 = 0
        var score: Int64 = 0
    }

    let workers: Int
    static let plan = Fixtures.plan()

    var engagements: [Engagement] = []
    var requisitions: [Requisition] = []
    var credentials: [Credential] = []
    var work: [Report] = []
    var ratings: [Report] = []
    var incidents: [Report] = []
    var invitations: [(worker: Int, offering: String, at: Timestamp, isWithdrawn: Bool)] = []
    var enrolments: [(worker: Int, offering: String, at: Timestamp)] = []
    var exposures: [(worker: Int, variant: String, at: Timestamp)] = []
    var cases: [(worker: Int, at: Timestamp, due: Timestamp, cleared: Timestamp?, isClosed: Bool)] = []
    /// Everything that is said of it, each telling once.
    var messages: [any Payload] = []
    private var chance: SeededGenerator

    /// The second worker is the first one under another name.
    func person(_ worker: Int) -> Identifier { Fixtures.contractor(worker == 1 ? 0 : worker) }

    init(seed: UInt64, workers: Int = 8) {
        self.workers = workers
        chance = SeededGenerator(seed: seed)
        messages.append(
            ContractorLink(contractor: Fixtures.contractor(1), canonical: Fixtures.contractor(0), sequence: 1))
        for number in 0..<6 { addRequisition("R\(number)") }
        for number in 0..<workers * 3 { addEngagement(number) }
        for number in 0..<workers + 1 { addCredential(number) }
        for worker in 0..<workers { addParticipation(worker) }
        for number in 0..<workers * 15 / 2 { addReports(number) }
    }

    private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }

    /// Half of the moments are midnights, so that bounds are met exactly.
    private mutating func moment(_ days: ClosedRange<Int>) -> Timestamp {
        let day = Int32(20_000 + pick(days))
        return Fixtures.day(day, plus: pick(0...1) == 0 ? 0 : Int64(pick(1...86_399_999)) * 1000)
    }

    private mutating func addRequisition(_ id: String) {
        var revisions: [RequisitionRecorded] = []
        let statuses: [RequisitionStatus] = [.wanted, .wanted, .filled, .withdrawn]
        for revision in 0...Int64(pick(0...2)) {
            let status = revision == 0 && pick(0...5) > 0 ? .wanted : statuses[pick(0...3)]
            revisions.append(
                RequisitionRecorded(
                    id: id, revision: revision, eventTime: moment(0...60), status: status,
                    roleCode: pick(0...3) == 0 ? "porter" : "cashier", count: Int64(pick(1...3))))
        }
        requisitions.append(Requisition(id: id, revisions: revisions))
        messages += revisions
    }

    private mutating func addEngagement(_ number: Int) {
        let starts = moment(5...90)
        var one = Engagement(
            id: Fixtures.engagement("E\(number)"), worker: pick(0...workers - 1),
            role: pick(0...3) == 0 ? "porter" : "cashier",
            requisition: pick(0...2) == 0 ? nil : "R\(pick(0...5))", status: .requested, acceptedAt: nil,
            startsAt: starts, endsAt: starts.adding(seconds: Int64(pick(0...40)) * 43_200))
        let ways: [[EngagementStatus]] = [
            [.accepted, .active, .ended], [.accepted, .active], [.active, .ended], [.offered, .accepted],
            [.accepted, .cancelled], [.offered], [.accepted, .active, .extended, .ended],
        ]
        for (place, status) in ways[pick(0...ways.count - 1)].enumerated() {
            let occurred = status == .accepted ? moment(0...80) : one.startsAt
            if status == .accepted { one.acceptedAt = occurred }
            one.status = status
            messages.append(
                EngagementState(
                    engagement: one.id, contractor: Fixtures.contractor(one.worker), revision: Int64(place),
                    status: status, role: one.role, occurredAt: occurred, startsAt: one.startsAt, endsAt: one.endsAt,
                    requisition: one.requisition.map { .derived("requisition", Fixtures.source, $0) }))
        }
        engagements.append(one)
    }

    private mutating func addCredential(_ number: Int) {
        let (worker, awarded) = (pick(0...workers - 1), moment(0...90))
        let validUntil = awarded.adding(seconds: Int64(pick(1...60)) * 86_400)
        let programme = pick(0...3) == 0 ? "q" : "p"
        var states: [(CredentialStatus, Timestamp?)] = [(.valid, nil)]
        if pick(0...3) == 0 {
            states.append((.revoked, pick(0...1) == 0 ? nil : awarded.adding(seconds: Int64(pick(0...30)) * 86_400)))
        }
        for (place, state) in states.enumerated() {
            messages.append(
                CredentialState(
                    credential: .derived("credential", "\(number)"), contractor: Fixtures.contractor(worker),
                    programme: programme, programmeVersion: 1, pathway: "till", offering: "o\(number % 2)",
                    achievement: "o", status: state.0, awardedAt: awarded, validFrom: awarded, validUntil: validUntil,
                    sequence: Int64(place + 1), revokedAt: state.1))
        }
        let last = states[states.count - 1]
        let isNever = last.0 == .revoked && last.1 == nil
        credentials.append(
            Credential(
                worker: worker, programme: programme, offering: "o\(number % 2)", awardedAt: awarded,
                heldUntil: last.0 == .revoked ? min(validUntil, last.1 ?? awarded) : validUntil, counts: !isNever))
    }

    private mutating func addParticipation(_ worker: Int) {
        let contractor = Fixtures.contractor(worker)
        for offering in ["o0", "o1"] where pick(0...3) > 0 {
            let (at, isWithdrawn) = (moment(0...40), pick(0...4) == 0)
            invitations.append((worker, offering, at, isWithdrawn))
            messages.append(
                InvitationState(
                    invitation: .derived("invitation", "\(worker)", offering), contractor: contractor, programme: "p",
                    programmeVersion: 1, pathway: "till", offering: offering, expectedHours: Decimal6(4),
                    statement: "s", variants: [:], language: "en", invitedAt: at, expiresAt: at,
                    isWithdrawn: isWithdrawn, sequence: 1))
        }
        for offering in ["o0", "o1"] where pick(0...1) == 0 {
            let at = moment(20...120)
            enrolments.append((worker, offering, at))
            messages.append(
                EnrolmentState(
                    enrolment: .derived("enrolment", "\(worker)", offering), contractor: contractor, programme: "p",
                    programmeVersion: 1, pathway: "till", offering: offering, status: .open, optedInAt: at,
                    sequence: 1))
        }
        if pick(0...3) > 0 {
            let (variant, at) = (pick(0...1) == 0 ? "plain" : "clear", moment(0...30))
            exposures.append((worker, variant, at))
            messages.append(
                ExposureState(
                    exposure: .derived("exposure", "\(worker)"), contractor: contractor, programme: "p",
                    programmeVersion: 1, experiment: World.plan.id, variant: variant, exposedAt: at))
        }
        let (opened, closes) = (moment(0...80), pick(0...3) == 0)
        let due = opened.adding(seconds: 72 * 3600)
        let cleared = pick(0...2) == 0 ? nil : opened.adding(seconds: Int64(pick(1...100)) * 3600)
        cases.append((worker, opened, due, cleared, closes))
        messages.append(
            CaseState(
                onboardingCase: .derived("case", "\(worker)"), contractor: contractor,
                engagement: Fixtures.engagement("C\(worker)"), role: "cashier", programme: "p", programmeVersion: 1,
                status: closes ? .closed : cleared == nil ? .open : .cleared, openedAt: opened, dueAt: due,
                clearedAt: cleared, blocking: [], sequence: 1))
    }

    private mutating func addReports(_ number: Int) {
        let engagement = engagements[pick(0...engagements.count - 1)]
        let person = Person(workerId: "W\(engagement.worker)")
        let id = "E\(engagements.firstIndex { $0.id == engagement.id } ?? 0)"
        var report = Report(worker: engagement.worker, engagement: engagement.id, at: moment(0...110))
        if pick(0...1) == 0 { report.at = engagement.startsAt.adding(seconds: Int64(pick(0...8)) * 86_400) }
        switch number % 3 {
        case 0:
            report.units = Int64(pick(0...20))
            report.errors = min(report.units, Int64(pick(0...5)))
            work.append(report)
            // An earlier revision says something else, and may come later.
            for revision in Int64(0)...1 {
                messages.append(
                    WorkReported(
                        id: "K\(number)", revision: revision, eventTime: report.at, person: person, engagement: id,
                        units: revision == 1 ? report.units : 999, errors: revision == 1 ? report.errors : 99,
                        revisions: 0))
            }
        case 1:
            report.score = Int64(pick(10...50))
            ratings.append(report)
            messages.append(
                RatingRecorded(
                    id: "G\(number)", revision: 0, eventTime: report.at, person: person, engagement: id,
                    score: Decimal6(millionths: report.score * 100_000),
                    scale: Scale(minimum: Decimal6(1), maximum: Decimal6(5))))
        default:
            let isLoose = pick(0...2) == 0
            if isLoose { report.engagement = nil }
            incidents.append(report)
            messages.append(
                IncidentRecorded(
                    id: "I\(number)", revision: 0, eventTime: report.at, person: person,
                    engagement: isLoose ? nil : id, kind: .ticket, severity: .low))
        }
    }

    /// All messages in some order, some of them twice, in batches; a link stands alone.
    func batches(seed: UInt64) -> [[any Payload]] {
        var chance = SeededGenerator(seed: seed)
        let twice = messages.filter { _ in Bool.random(using: &chance) }
        var batches: [[any Payload]] = []
        for message in (messages + twice).shuffled(using: &chance) {
            if message is ContractorLink || batches.isEmpty || Int.random(in: 0..<9, using: &chance) == 0 {
                batches.append([message])
            } else {
                batches[batches.count - 1].append(message)
            }
        }
        return batches
    }
}
