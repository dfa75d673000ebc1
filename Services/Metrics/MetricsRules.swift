import Contracts
import Database
import Messaging

/// What the metrics service does with what it hears: it keeps facts, by event time, and decides nothing about anybody.
struct MetricsRules: ServiceRules {
    static let service = ServiceName.metrics

    static let intake: [EventType] = [
        .timeReported, .workReported, .ratingRecorded, .incidentRecorded, .requisitionRecorded,
    ]

    static let subscriptions: [EventType] = [
        .contractorLinked, .contractorUnlinked, .engagementAccepted, .engagementStarted, .engagementEnded,
        .engagementCancelled, .engagementRevised, .enrolmentOpened, .enrolmentWithdrawn, .assessmentStarted,
        .credentialIssued, .credentialCorrected, .credentialLapsed, .credentialRevoked, .credentialRenewed,
        .credentialSuspended, .poolJoined, .poolLeft, .premiumRecommended, .premiumReturned, .invitationIssued,
        .invitationWithdrawn, .discoveryNoted, .exposureRecorded, .caseOpened, .caseWarned, .caseBreached, .caseCleared,
        .caseCorrected, .taskCompleted, .grantChanged, .stipendRecommended, .stipendReturned,
    ]

    func loading(_ items: [Item], _: Roster, again _: Bool) -> Telling {
        Telling(items)
    }

    func decide(
        _: [Item], _ telling: Telling, _ rows: [Rows], _ context: DecisionContext, _ out: inout Decisions
    ) throws {
        var periods = PeriodBook()
        let answers = telling.answers(rows)
        func apply<Kind: Fact>(_ told: [Kind], _ part: Part) throws {
            if told.isEmpty { return }
            var book = try FactBook<Kind>(answers[part])
            for fact in told { book.tell(fact, now: context.now, &periods) }
            book.write(&out)
        }
        try apply(telling.engagements, .engagements)
        try apply(telling.enrolments, .enrolments)
        try apply(telling.starts, .starts)
        try apply(telling.credentials, .credentials)
        try apply(telling.memberships, .memberships)
        try apply(telling.uses, .uses)
        try applyReports(telling, answers, context, &periods, &out)
        try applyRequisitions(telling, answers, context, &periods, &out)
        try apply(telling.invitations, .invitations)
        try apply(telling.discoveries, .discoveries)
        try apply(telling.exposures, .exposures)
        try apply(telling.cases, .cases)
        try apply(telling.tasks, .tasks)
        try apply(telling.grants, .grants)
        try apply(telling.stipends, .stipends)
        try tellStages(telling, answers, &out)
        periods.write(at: context.now, &out)
    }

    /// Outside systems send the same or an older revision again, in delta files: that tells nothing new.
    private func applyReports(
        _ telling: Telling, _ answers: Answers<Part>, _ context: DecisionContext, _ periods: inout PeriodBook,
        _ out: inout Decisions
    ) throws {
        if telling.reports.isEmpty { return }
        var book = try FactBook<ReportFact>(answers[.reports])
        let notice = TimeNotice(context.programmes)
        var roles: [Identifier: String] = [:]
        roles.reserveCapacity(telling.reports.count)
        try answers[.roles]?.forEach { roles[try $0.identifier(0)] = try $0.text(1) }
        for engagement in telling.engagements { roles[engagement.id] = engagement.role }
        book.expect(telling.reports.count)
        for report in telling.reports {
            let fact = ReportFact(report)
            if book.isKnown(fact) {
                out.duplicate(report.item)
                continue
            }
            book.tell(fact, now: context.now, &periods)
            guard let record = report.record as? TimeReported, let state = TimeNotice.state(record, fact) else {
                continue
            }
            if notice.isWanted(role: roles[state.engagement]) {
                out.emit(.timeNoted, state, about: state.contractor, because: report.item)
            }
        }
        book.write(&out)
    }

    /// What an experiment has reached is told once: the timer that carries it is.
    private func tellStages(_ telling: Telling, _ answers: Answers<Part>, _ out: inout Decisions) throws {
        if telling.stages.isEmpty { return }
        let facts = try answers[.stages]?.map { try ExperimentStageFact($0) } ?? []
        var told: [Identifier] = []
        for fact in facts {
            guard let item = telling.stages[fact.key] else { continue }
            out.emit(.experimentChanged, fact.state, about: fact.id, because: item)
            out.audit(fact.entry, because: item)
            told.append(fact.key)
        }
        if !told.isEmpty { out.write(ExperimentStageFact.told(told)) }
    }

    private func applyRequisitions(
        _ telling: Telling, _ answers: Answers<Part>, _ context: DecisionContext, _ periods: inout PeriodBook,
        _ out: inout Decisions
    ) throws {
        if telling.requisitions.isEmpty { return }
        var book = RequisitionBook(try answers[.requisitions]?.map { try RequisitionFact($0) } ?? [])
        for (fact, item) in telling.requisitions {
            switch book.tell(fact, now: context.now, &periods) {
            case .fresh: break
            case .repeated: out.duplicate(item)
            case .refused(let refusal): out.refuse(item, refusal)
            }
        }
        book.write(&out)
    }
}
