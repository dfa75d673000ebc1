import Contracts

/// Makes results, enrolments and links that contradict, repeat and overtake each other.
struct FactGenerator {
    private var random: SeededGenerator
    private var seen: Set<String> = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func facts(_ count: Int) -> [any Payload] {
        (0..<count).compactMap { _ in pick(4) == 0 ? enrolment() : result() }
    }

    /// Links and their undoing of two aliases, in the order of their sequences.
    mutating func links(_ count: Int64) -> [any Payload] {
        (1...count).map { sequence in
            let alias = Fixtures.contractor("W\(1 + pick(2))")
            let isUndone = pick(3) == 0
            return ContractorLink(
                contractor: alias, canonical: isUndone ? alias : Fixtures.contractor("W0"), sequence: sequence)
        }
    }

    /// The same facts with repetitions, in another order, cut into batches.
    mutating func shuffled(_ facts: [any Payload]) -> [[any Payload]] {
        var order = facts
        for _ in 0..<(facts.count / 2) {
            if let fact = facts.randomElement(using: &random) { order.append(fact) }
        }
        order.shuffle(using: &random)
        var batches: [[any Payload]] = []
        while !order.isEmpty {
            let size = Int.random(in: 1...min(7, order.count), using: &random)
            batches.append(Array(order.prefix(size)))
            order.removeFirst(size)
        }
        return batches
    }

    private mutating func pick(_ limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &random)
    }

    private mutating func isNew(_ key: String) -> Bool {
        seen.insert(key).inserted
    }

    private mutating func enrolment() -> (any Payload)? {
        let (worker, offering, sequence) = (pick(3), pick(2) + 1, Int64(pick(4) + 1))
        guard isNew("E\(worker)/\(offering)/\(sequence)") else { return nil }
        let isOpen = pick(3) > 0
        return Fixtures.enrolment(
            "W\(worker)", offering: "AAA-\(offering)", isOpen ? .open : .withdrawn, at: Int32(50 + pick(20)),
            sequence: sequence, left: isOpen || pick(4) == 0 ? nil : Int32(98 + pick(14)))
    }

    private mutating func result() -> (any Payload)? {
        let (number, revision) = (pick(20), Int64(pick(3)))
        guard isNew("R\(number)/\(revision)") else { return nil }
        let offering = pick(3) == 0 ? 2 : 1
        let assessment = (offering == 1 ? ["a", "b", "c", "d", "exam"] : ["a", "b", "exam"]).randomElement(
            using: &random)
        return Fixtures.result(
            "R\(number)", revision: revision, at: Int32(100 + pick(10)), worker: "W\(number % 3)",
            offering: "AAA-\(offering)", assessment ?? "a", Int64(pick(101)))
    }
}
