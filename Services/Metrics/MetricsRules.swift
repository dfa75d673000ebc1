import Contracts
import Database
import Messaging

/// What the metrics service does with what it hears: it keeps facts, by event time, and decides nothing about anybody.
struct MetricsRules: ServiceRules {
    static let service = ServiceName.metrics

    static let intake: [EventType] = [.timeReported, .workReported, .ratingRecorded, .incidentRecorded]

    static let subscriptions: [EventType] = [
        .contractorLinked, .contractorUnlinked, .engagementAccepted, .engagementStarted, .engagementEnded,
        .engagementCancelled, .engagementRevised, .enrolmentOpened, .enrolmentWithdrawn, .assessmentStarted,
        .credentialIssued, .credentialCorrected, .credentialLapsed, .credentialRevoked, .poolJoined, .poolLeft,
        .premiumRecommended, .premiumReturned,
    ]

    func queries(for items: [Item]) -> [Call] {
        Telling(items).queries
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var periods = PeriodBook()
        let telling = Telling(items)
        try apply(telling.engagements, loaded[0], context, &periods, &out)
        try apply(telling.enrolments, loaded[1], context, &periods, &out)
        try apply(telling.starts, loaded[2], context, &periods, &out)
        try apply(telling.credentials, loaded[3], context, &periods, &out)
        try apply(telling.memberships, loaded[4], context, &periods, &out)
        try apply(telling.uses, loaded[5], context, &periods, &out)
        try applyReports(telling, loaded[6], context, &periods, &out)
        periods.write(&out)
    }

    private func apply<Kind: Fact>(
        _ told: [Kind], _ rows: Rows, _ context: DecisionContext, _ periods: inout PeriodBook, _ out: inout Decisions
    ) throws {
        if told.isEmpty { return }
        var book = try FactBook<Kind>(rows)
        for fact in told { book.tell(fact, now: context.now, &periods) }
        book.write(&out)
    }

    /// Outside systems send the same or an older revision again, in delta files: that tells nothing new.
    private func applyReports(
        _ telling: Telling, _ rows: Rows, _ context: DecisionContext, _ periods: inout PeriodBook,
        _ out: inout Decisions
    ) throws {
        if telling.reports.isEmpty { return }
        var book = try FactBook<ReportFact>(rows)
        for (fact, item) in telling.reports {
            if book.isKnown(fact) {
                out.duplicate(item)
            } else {
                book.tell(fact, now: context.now, &periods)
            }
        }
        book.write(&out)
    }
}
