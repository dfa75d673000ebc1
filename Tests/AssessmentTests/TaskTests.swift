import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Paid tasks")
struct TaskTests {
    private let stipend = Money(minorUnits: 2000, currency: "USD")

    @Test("ASM-15: a task that was handed in is paid, whatever it came to")
    func paid() throws {
        var house = RetailHouse()
        let out = house.hear(Retail.sat(on: 110, right: 0, ["a": "low", "b": "low"]))
        let task = try #require(out.emissions.compactMap { $0.payload as? TaskState }.first)
        #expect(house.outcome?.verdict == .fail)
        #expect(task.stipend == stipend && task.engagement == nil)
        #expect(task.completedAt == Retail.time(110, 800) && task.attempt == "A1" && task.layer == .practical)
        #expect(task.enrolment == Retail.enrolment().enrolment && task.sequence == 1)
        #expect(out.audits.contains { $0.entry.decision == "task.completed" })
        #expect(
            house.hear([Retail.review("r2", at: Retail.time(130))]).emissions.allSatisfy { !($0.payload is TaskState) })
    }

    @Test("ASM-16: work for a billable engagement is paid by it, and not a second time")
    func billable() throws {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110, engagement: "WO-1"))
        let task = try #require(house.attempt()?.task)
        #expect(task.stipend == nil)
        #expect(task.engagement == .engagement(source: Fixtures.source, id: "WO-1"))
        var other = RetailHouse(Retail.catalogue(Retail.assessment(practical: Retail.practical(isBillable: true))))
        other.hear(Retail.sat(on: 110))
        #expect(other.attempt()?.task?.stipend == nil && other.attempt()?.task != nil)
    }

    @Test("ASM-15: the stipend falls away with the attempt, and comes back with it")
    func takenBack() {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110))
        #expect(house.house.paidTasks.count == 1)
        house.hear([Retail.enrolment("W1", .withdrawn, sequence: 2)])
        #expect(house.house.paidTasks.isEmpty)
        #expect(house.attempt()?.task?.sequence == 2)
        house.hear([Retail.enrolment("W1", sequence: 3)])
        #expect(house.house.paidTasks.values.map(\.stipend) == [stipend])
    }

    @Test("ASM-15: attempts beyond the maximum are no paid task")
    func beyond() {
        var house = RetailHouse(Retail.catalogue(Retail.assessment(AttemptRule(most: 1, waitHours: 0))))
        house.hear(Retail.sat(on: 110))
        house.hear(Retail.sat(on: 113, ["a": "top", "b": "top"], "A2"))
        #expect(house.house.paidTasks.count == 1)
        #expect(house.attempt("A2")?.task == nil)
    }
}
