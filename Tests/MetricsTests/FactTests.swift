import Contracts
import Messaging
import Testing

@testable import MetricsService

@Suite("Facts")
struct FactTests {
    private func state(_ revision: Int64, _ status: EngagementStatus, at seconds: Int64) -> EngagementFact {
        var state = EngagementState()
        state.revision = revision
        state.status = status
        state.occurredAt = Timestamp(microseconds: seconds * 1_000_000)
        state.startsAt = Timestamp(microseconds: (seconds + 1) * 1_000_000)
        return EngagementFact(state)
    }

    @Test("MET-21: the highest revision counts, with the earliest acceptance, in every order of arrival")
    func order() {
        let told = [state(1, .accepted, at: 10), state(2, .active, at: 20), state(3, .ended, at: 30)]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [2, 2, 1, 0, 0]] {
            var fact = told[order[0]]
            for next in order.dropFirst() { fact.merge(told[next]) }
            #expect(fact.status == "ended")
            #expect(fact.acceptedAt == Timestamp(microseconds: 10_000_000))
            #expect(fact.order == 3)
        }
    }

    @Test("MET-29: of several results the earliest starts the assessment, in every order")
    func earliest() {
        func start(_ seconds: Int64) -> AssessmentStartFact {
            var start = AssessmentStart()
            start.startedAt = Timestamp(microseconds: seconds * 1_000_000)
            return AssessmentStartFact(start)
        }
        var late = start(50)
        late.merge(start(20))
        late.merge(start(70))
        #expect(late.countedAt == Timestamp(microseconds: 20_000_000))
    }
}
