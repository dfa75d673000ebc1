import Contracts

/// Makes records that contradict, repeat and overtake each other.
struct RecordGenerator {
    private var random: SeededGenerator
    private var seen: Set<String> = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func records(_ count: Int) -> [any Payload] {
        (0..<count).compactMap { _ in
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4: engagement()
            case 4..<8: consent()
            default: verification()
            }
        }
    }

    /// The same records with repetitions, in another order, cut into batches.
    mutating func shuffled(_ records: [any Payload]) -> [[any Payload]] {
        var order = records
        for _ in 0..<(records.count / 2) {
            if let record = records.randomElement(using: &random) { order.append(record) }
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

    private mutating func isNew(_ kind: String, _ number: Int, _ revision: Int64) -> Bool {
        seen.insert("\(kind)\(number)/\(revision)").inserted
    }

    private mutating func engagement() -> (any Payload)? {
        let (number, revision) = (pick(8), Int64(pick(4)))
        guard isNew("E", number, revision) else { return nil }
        let status = EngagementStatus.allCases[pick(EngagementStatus.allCases.count)]
        return Fixtures.engagement(
            "E\(number)", revision: revision, at: Int32(100 + pick(20)), worker: "W\(number % 5)",
            person: pick(3) == 0 ? "P\(pick(3))" : nil, status: status, role: ["AAA", "associate", "none"][pick(3)])
    }

    private mutating func consent() -> (any Payload)? {
        let (number, revision) = (pick(8), Int64(pick(3)))
        guard isNew("C", number, revision) else { return nil }
        let isRetail = pick(2) == 0
        return Fixtures.consent(
            "C\(number)", revision: revision, at: Int32(100 + pick(6)), worker: "W\(number % 5)",
            pick(5) < 3 ? .given : .withdrawn, programme: isRetail ? "retail" : "outside",
            pathway: isRetail ? "sales" : "AAA", offering: isRetail ? "sales-1" : "AAA-\(pick(2) + 1)",
            purpose: pick(8) == 0 ? "newsletter" : "participation")
    }

    private mutating func verification() -> (any Payload)? {
        let (number, revision) = (pick(6), Int64(pick(3)))
        guard isNew("V", number, revision) else { return nil }
        let status = VerificationStatus.allCases[pick(VerificationStatus.allCases.count)]
        return Fixtures.verification(
            "V\(number)", revision: revision, at: Int32(100 + pick(6)), worker: "W\(number % 5)",
            engagement: pick(2) == 0 ? "E\(pick(8))" : nil, check: pick(2) == 0 ? "identity" : "background",
            pick(2) == 0 ? .clear : status)
    }
}
