import Contracts
import Database
import Messaging

/// What assessment knows and decides: results from outside systems, and the outcomes that follow from them.
struct AssessmentRules: ServiceRules {
    static let service = ServiceName.assessment
    static let intake: [EventType] = [.assessmentResultRecorded, .learningRecorded]
    static let subscriptions: [EventType] = [
        .contractorLinked, .contractorUnlinked, .enrolmentOpened, .enrolmentWithdrawn,
    ]

    func queries(for items: [Item]) throws -> [Call] {
        Loading(items).calls
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var books = try AssessmentBooks(loaded)
        for item in items { books.take(item, context, &out) }
        books.finish(context, &out)
    }
}
