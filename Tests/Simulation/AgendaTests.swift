import Contracts
import Testing

struct AgendaTests {
    @Test("what is due comes in order of time, and of entry where times are equal", arguments: 0..<50 as Range<UInt64>)
    func order(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var agenda = Agenda()
        for _ in 0..<200 {
            agenda.add(at: Int64.random(in: 0..<40, using: &chance), life: Int.random(in: 1...3, using: &chance)) {}
        }
        agenda.removeAll(of: 2)
        var last: (Int64, Int) = (-1, -1)
        while agenda.next != nil {
            let entry = agenda.removeFirst()
            #expect(last < (entry.at, entry.number) && entry.life != 2)
            last = (entry.at, entry.number)
        }
    }

    @Test("a seed has one plan and one workload")
    func plans() {
        for seed in 0..<100 as Range<UInt64> {
            #expect(FaultPlan(seed: seed).faults == FaultPlan(seed: seed).faults)
            #expect(Workload(seed: seed).inputs.map(\.body) == Workload(seed: seed).inputs.map(\.body))
        }
    }
}
