import Contracts
import Database
import Messaging

/// What assessment knows and decides: attempts and reviews, results from outside systems, and the outcomes that follow
/// from them.
///
/// Of credentials it hears what opens, moves or ends a renewal; that one was issued or lapsed changes nothing here.
struct AssessmentRules: ServiceRules {
    static let service = ServiceName.assessment
    static let intake: [EventType] = [.assessmentResultRecorded, .learningRecorded, .attemptRecorded, .reviewRecorded]
    static let subscriptions: [EventType] = [
        .contractorLinked, .contractorUnlinked, .enrolmentOpened, .enrolmentWithdrawn, .renewalOpened,
        .credentialRenewed,
        .credentialCorrected, .credentialRevoked,
    ]

    func loading(_ items: [Item], _ roster: Roster, again _: Bool) -> Loading {
        Loading(items, roster)
    }

    func decide(
        _ items: [Item], _ loading: Loading, _ rows: [Rows], _ context: DecisionContext, _ out: inout Decisions
    ) throws {
        var books = try AssessmentBooks(loading.answers(rows))
        books.take(items, context, &out)
        books.finish(context, &out)
    }
}
