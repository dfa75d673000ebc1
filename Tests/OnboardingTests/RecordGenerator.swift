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
            switch Int.random(in: 0..<16, using: &random) {
            case 0..<4: engagement()
            case 4..<8: consent()
            case 8..<10: verification()
            case 10..<12: step()
            case 12: preference()
            case 13: discovery()
            case 14: invitation()
            default: agreement()
            }
        }
    }

    /// What other services tell beside them.
    mutating func events(_ count: Int) -> [any Payload] {
        (0..<count).map { _ in pick(3) == 0 ? hours() : credential() }
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
            person: pick(3) == 0 ? "P\(pick(3))" : nil, status: status,
            role: ["AAA", "associate", "none", "stocker", "engineer"][pick(5)])
    }

    private mutating func consent() -> (any Payload)? {
        let (number, revision) = (pick(8), Int64(pick(3)))
        guard isNew("C", number, revision) else { return nil }
        let isRetail = pick(2) == 0
        return Fixtures.consent(
            "C\(number)", revision: revision, at: Int32(100 + pick(6)), worker: "W\(number % 5)",
            pick(5) < 3 ? .given : .withdrawn, programme: isRetail ? "retail" : "outside",
            pathway: isRetail ? "sales" : "AAA", offering: isRetail ? "sales-1" : "AAA-\(pick(2) + 1)",
            purpose: ["participation", "participation", "participation", "terms", "independent-status", "newsletter"][
                pick(6)])
    }

    private mutating func step() -> (any Payload)? {
        let (number, revision) = (pick(6), Int64(pick(3)))
        guard isNew("S", number, revision) else { return nil }
        let outcome = StepOutcome.allCases[pick(StepOutcome.allCases.count)]
        return RetailProgramme.step(
            "S\(number)", at: Int32(100 + pick(10)), ["safety", "benefits", "sandbox", "baseline"][pick(4)],
            pick(2) == 0 ? .passed : outcome, engagement: "E\(pick(8))", worker: "W\(number % 5)",
            revision: revision, textVersion: pick(2) == 0 ? "v\(pick(3))" : nil)
    }

    private mutating func preference() -> (any Payload)? {
        let number = pick(6)
        guard isNew("P", number, 0) else { return nil }
        return RetailProgramme.preference(
            "P\(number)", at: Int32(90 + pick(20)), worker: "W\(number % 5)", language: pick(2) == 0 ? "es" : nil,
            channel: .push, mutes: pick(2) == 0)
    }

    private mutating func discovery() -> (any Payload)? {
        let number = pick(8)
        guard isNew("D", number, 0) else { return nil }
        return DiscoveryRecorded(
            id: "D\(number)", revision: 0, eventTime: Fixtures.day(Int32(80 + pick(20))),
            person: Person(workerId: "W\(number % 5)"), programme: "retail", pathway: "sales")
    }

    private mutating func invitation() -> (any Payload)? {
        let number = pick(6)
        guard isNew("I", number, 0) else { return nil }
        return RetailProgramme.invitation("I\(number)", at: Int32(90 + pick(20)), worker: "W\(number % 5)")
    }

    private mutating func agreement() -> (any Payload)? {
        let (number, revision) = (pick(4), Int64(pick(3)))
        guard isNew("A", number, revision) else { return nil }
        return RetailProgramme.agreement(
            "A\(number)", at: Int32(95 + pick(10)), revision: revision,
            role: [nil, "associate", "engineer"][pick(3)], hours: Int64(24 + pick(48)),
            checks: pick(2) == 0 ? ["identity"] : [], from: Int32(90 + pick(15)))
    }

    private mutating func credential() -> any Payload {
        let (number, sequence) = (pick(5), Int64(1 + pick(3)))
        let statuses: [CredentialStatus] = [.valid, .valid, .revoked, .valid]
        // The same sequence always says the same: a state is told once.
        return RetailProgramme.credential(
            "K\(number)", at: Int32(100 + number * 2), worker: "W\(number)",
            statuses[(number + Int(sequence)) % 4], sequence: sequence, until: Int32(400 + Int32(sequence)),
            suspended: (number + Int(sequence)) % 3 == 0 ? 130 : nil)
    }

    private mutating func hours() -> any Payload {
        let (number, revision) = (pick(6), Int64(pick(2)))
        return RetailProgramme.hours(
            "T\(number)", from: Int32(98 + number), engagement: "E\(number)", worker: "W\(number % 5)",
            hours: Int64(number) + revision, revision: revision)
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
