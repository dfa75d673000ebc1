import Contracts
import Messaging
import Programmes

@testable import AssessmentService

/// Assessment without a database, over the programme that it assesses itself.
struct RetailHouse {
    private(set) var house = RulesHouse()
    let catalogue: ProgrammeCatalogue

    init(_ catalogue: ProgrammeCatalogue = Retail.catalogue(), enrolled: Bool = true) {
        self.catalogue = catalogue
        if enrolled { hear([Retail.enrolment()]) }
    }

    @discardableResult
    mutating func hear(_ payloads: [any Payload]) -> Decisions {
        house.batch(payloads, programmes: catalogue)
    }

    /// The outcome as a consumer knows it, if one was announced that says anything.
    var outcome: OutcomeState? { house.verdicts[Retail.course().outcome] }

    func attempt(_ name: String = "A1", worker: String = "W1") -> AttemptState? {
        house.books.attempts.states[Retail.attempt(name, worker: worker)]
    }
}
