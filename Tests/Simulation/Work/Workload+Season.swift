import Contracts
import Programmes

/// What is said of a worker of the shipped season, whose learning and assessment Guildhall delivers itself.
///
/// Opting in goes by consents: a sign-up link does not exist before its invitation, so the two have an order.
extension Workload {
    static let season = "retail-seasonal"

    /// The months of one season worker, some of whose acts come late, twice or corrected like everything else.
    mutating func liveSeason(_ worker: Int, in programme: ProgrammeDefinition) {
        guard let pathway = programme.pathways.first, let offering = pathway.offerings.first else { return }
        let first = Int(offering.starts.number - Workload.firstDay.number)
        let source = Workload.sources[0]
        let person = Person(workerId: "S\(worker)", personId: happens(30) ? "SP\(worker)" : nil)
        let accepted = first + 4 + pick(20)
        agree(pathway, source, before: first)
        invite(worker, pathway, offering, source, person, on: first + pick(3))
        for (number, purpose) in ["participation", "terms", "independent-status"].enumerated() {
            consent(worker, number, purpose, pathway, offering, source, person, on: first + 4)
        }
        for unit in pathway.units.prefix(3) { learn(worker, unit, pathway, source, person, on: first + 5 + pick(3)) }
        for attempt in 1...(1 + pick(2)) {
            self.attempt(worker, attempt, pathway, offering, source, person, on: first + 6 + attempt * 4)
        }
        engage(worker, pathway, source, person, accepted: accepted)
        reward(worker, programme, pathway, source, person, on: first + 40)
    }

    private mutating func agree(_ pathway: Programmes.Pathway, _ source: String, before day: Int) {
        say(
            AgreementRecorded(
                id: "AG", revision: 0, eventTime: moment(day - 20), roleCode: pathway.role, hours: 96, warningHours: 24,
                credential: pathway.id, checks: ["background"], effectiveFrom: moment(day - 20).day),
            .agreementRecorded, on: day - 20, source, "an agreement")
    }

    private mutating func invite(
        _ worker: Int, _ pathway: Programmes.Pathway, _ offering: Offering, _ source: String, _ person: Person,
        on day: Int
    ) {
        say(
            DiscoveryRecorded(
                id: "D\(worker)", revision: 0, eventTime: moment(day), person: person, programme: Workload.season,
                pathway: pathway.id), .discoveryRecorded, on: day, source, "S\(worker) sees the programme")
        say(
            InvitationRecorded(
                id: "I\(worker)", revision: 0, eventTime: moment(day), person: person, programme: Workload.season,
                pathway: pathway.id, offering: offering.id, batch: "simulated", language: "es"),
            .invitationRecorded, on: day, source, "S\(worker) is invited")
        if happens(40) {
            say(
                PreferenceRecorded(
                    id: "L\(worker)", revision: 0, eventTime: moment(day + 2), person: person, language: "en",
                    mutesReminders: happens(50)), .preferenceRecorded, on: day + 2, source, "S\(worker) has wishes")
        }
    }

    private mutating func consent(
        _ worker: Int, _ number: Int, _ purpose: String, _ pathway: Programmes.Pathway, _ offering: Offering,
        _ source: String, _ person: Person, on day: Int
    ) {
        let isWithdrawn = number == 0 && happens(15)
        for revision in 0..<(isWithdrawn ? 2 : 1) {
            let day = day + revision * (5 + pick(40))
            say(
                ConsentRecorded(
                    id: "S\(worker)-\(purpose)", revision: Int64(revision), eventTime: moment(day), person: person,
                    decision: revision == 0 ? .given : .withdrawn, purpose: purpose, textVersion: "2024-1",
                    basis: .worker, programme: Workload.season, pathway: pathway.id, offering: offering.id),
                .consentRecorded, on: day, source, "S\(worker) \(revision == 0 ? "gives" : "withdraws") \(purpose)")
        }
    }

    private mutating func learn(
        _ worker: Int, _ unit: LearningUnit, _ pathway: Programmes.Pathway, _ source: String, _ person: Person,
        on day: Int
    ) {
        let object = "\(Workload.season)/\(pathway.id)/\(unit.id)"
        let verb = "http://adlnet.gov/expapi/verbs/completed"
        say(
            LearningRecorded(
                id: "S\(worker)-\(unit.id)", revision: 0, eventTime: moment(day), person: person,
                statement: #"{"verb":{"id":"\#(verb)"},"object":{"id":"\#(object)"}}"#, verb: verb, object: object),
            .learningRecorded, on: day, source, "S\(worker) completes \(unit.id)")
    }

    private mutating func attempt(
        _ worker: Int, _ number: Int, _ pathway: Programmes.Pathway, _ offering: Offering, _ source: String,
        _ person: Person, on day: Int
    ) {
        guard let assessment = pathway.assessment, let quiz = assessment.quiz else { return }
        let name = "S\(worker)-try-\(number)"
        var answers: [String: String] = [:]
        let knows = 50 + pick(50)
        for item in quiz.items {
            let isRight = happens(knows)
            answers[item.id] = item.options.first { $0.isCorrect == isRight }?.id
        }
        let steps: [(AttemptAction, AssessmentLayer, Int)] = [
            (.started, .quiz, 0), (.submitted, .quiz, happens(10) ? 3600 : 600), (.started, .practical, 4000),
            (.submitted, .practical, 5000),
        ]
        for (action, layer, second) in steps {
            say(
                AttemptRecorded(
                    id: "\(name)-\(layer.rawValue)-\(action.rawValue)", revision: 0,
                    eventTime: moment(day, seconds: second), person: person, programme: Workload.season,
                    offering: offering.id, attempt: name, action: action, layer: layer,
                    answers: layer == .quiz && action == .submitted ? answers : [:]),
                .attemptRecorded, on: day, source, "\(name) \(layer.rawValue) \(action.rawValue)")
        }
        var levels: [String: String] = [:]
        for criterion in assessment.practical.rubric.criteria {
            levels[criterion.id] = criterion.levels[max(0, criterion.levels.count - 1 - pick(2))].id
        }
        say(
            ReviewRecorded(
                id: "\(name)-review", revision: 0, eventTime: moment(day + 1), person: person,
                programme: Workload.season, offering: offering.id, attempt: name, layer: .practical, reviewer: "REV",
                levels: levels), .reviewRecorded, on: day + 1, source, "\(name) is reviewed")
        if happens(50) {
            say(
                ReviewRecorded(
                    id: "\(name)-talk", revision: 0, eventTime: moment(day + 2), person: person,
                    programme: Workload.season, offering: offering.id, attempt: name, layer: .review, reviewer: "REV",
                    decision: happens(60) ? .pass : .fail), .reviewRecorded, on: day + 2, source,
                "\(name) is talked over")
        }
    }

    private mutating func engage(
        _ worker: Int, _ pathway: Programmes.Pathway, _ source: String, _ person: Person, accepted: Int
    ) {
        let id = "SE\(worker)"
        say(
            RequisitionRecorded(
                id: "SR\(worker)", revision: 0, eventTime: moment(accepted - 9), status: .wanted,
                roleCode: pathway.role, count: 1), .requisitionRecorded, on: accepted - 9, source, "a role is wanted")
        let statuses: [(EngagementStatus, Int)] = [(.accepted, 0), (.active, 6), (.ended, 60)]
        for (revision, (status, days)) in statuses.enumerated() {
            say(
                EngagementRecorded(
                    id: id, revision: Int64(revision), eventTime: moment(accepted + days), person: person,
                    status: status, roleCode: pathway.role, plannedStart: moment(accepted + 6),
                    effectiveStart: status == .accepted ? nil : moment(accepted + 6),
                    effectiveEnd: status == .ended ? moment(accepted + 60) : nil,
                    endReason: status == .ended ? .completed : nil, value: Money(minorUnits: 500_000, currency: "USD"),
                    requisition: "SR\(worker)"), .engagementRecorded, on: accepted + days, source,
                "\(id) \(status.rawValue)")
        }
        let days = happens(70) ? 1 : 8
        say(
            VerificationRecorded(
                id: "SV\(worker)", revision: 0, eventTime: moment(accepted + days), person: person, engagement: id,
                check: "background", status: happens(85) ? .clear : .consider, providerReference: "s\(worker)"),
            .verificationRecorded, on: accepted + days, source, "\(id) background")
        for step in ["safety", "benefits"] {
            say(
                StepRecorded(
                    id: "\(id)-\(step)", revision: 0, eventTime: moment(accepted + 2), person: person, engagement: id,
                    step: step, outcome: step == "safety" ? .done : .seen, textVersion: "2024-1"),
                .stepRecorded, on: accepted + 2, source, "\(id) \(step)")
        }
        say(
            TimeReported(
                id: "\(id)-time", revision: 0, eventTime: moment(accepted + 13), person: person, engagement: id,
                periodStart: moment(accepted + (happens(50) ? 1 : 6)).day, periodEnd: moment(accepted + 12).day,
                hours: Decimal6(30)),
            .timeReported, on: accepted + 13, source, "\(id) hours")
        say(
            WorkReported(
                id: "\(id)-work", revision: 0, eventTime: moment(accepted + 12), person: person, engagement: id,
                units: 100, errors: Int64(pick(9)), revisions: 0), .workReported, on: accepted + 13, source,
            "\(id) work")
    }

    private mutating func reward(
        _ worker: Int, _ programme: ProgrammeDefinition, _ pathway: Programmes.Pathway, _ source: String,
        _ person: Person, on day: Int
    ) {
        guard let grant = programme.rewards.grants.first else { return }
        say(
            ClaimRecorded(
                id: "SC\(worker)", revision: 0, eventTime: moment(day), person: person, programme: Workload.season,
                grant: grant.id, action: .submitted,
                receipts: [
                    Receipt(
                        id: "r", merchant: "Simulated", date: moment(day - 1).day,
                        amount: Money(minorUnits: Int64(1_000 + pick(20_000)), currency: "USD"), category: .tools,
                        hash: String(repeating: "\(worker % 10)", count: 64))
                ]), .claimRecorded, on: day, source, "S\(worker) claims")
        for (number, decision) in [ClaimDecision.approved, .paid].enumerated() where number == 0 || happens(70) {
            say(
                ClaimDecisionRecorded(
                    id: "SD\(worker)-\(number)", revision: 0, eventTime: moment(day + 2 + number), person: person,
                    claim: "SC\(worker)", decision: decision, actor: "FIN"), .claimDecisionRecorded,
                on: day + 2 + number, source, "the claim of S\(worker) is \(decision.rawValue)")
        }
    }
}
