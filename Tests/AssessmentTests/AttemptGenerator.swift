import Contracts
import Programmes

@testable import AssessmentService

/// Makes acts, reviews, enrolments and credentials that contradict, repeat and overtake each other.
struct AttemptGenerator {
    private var random: SeededGenerator
    private var links: FactGenerator
    private var seen: Set<String> = []

    /// Two versions with other rubrics and other rules.
    static let catalogue = ProgrammeCatalogue([
        Retail.programme(1, Retail.assessment(AttemptRule(most: 2, waitHours: 24))),
        Retail.programme(
            2,
            Retail.assessment(
                practical: Retail.practical(Retail.rubric("2", top: 8)),
                AttemptRule(most: 2, waitHours: 1, counting: .last), renewal: [.quiz, .practical])),
    ])

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        links = FactGenerator(seed: seed)
    }

    mutating func facts(_ count: Int) -> [any Payload] {
        let base: [any Payload] = [
            Retail.enrolment("W0", at: 100), Retail.enrolment("W1", at: 101, version: 2),
            Retail.credential("W0", until: 140), Retail.credential("W1", until: 150),
        ]
        var sittings: [any Payload] = []
        for worker in ["W0", "W1"] where pick(4) > 0 {
            let levels = [["a": "top", "b": "top"], Retail.borderline, ["b": "top"]][pick(3)]
            sittings += Retail.sat(on: Int32(105 + pick(20)), right: 2 + pick(3), levels, "S\(worker)", worker: worker)
            sittings += Retail.quizzed(
                on: Int32(125 + pick(20)), right: pick(5), "Q\(worker)", worker: worker, isRenewal: true)
        }
        return base + sittings + (0..<count).compactMap { _ in fact() }
    }

    mutating func links(_ count: Int64) -> [any Payload] { links.links(count) }

    mutating func shuffled(_ facts: [any Payload]) -> [[any Payload]] { links.shuffled(facts) }

    private mutating func pick(_ limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &random)
    }

    private mutating func fact() -> (any Payload)? {
        switch pick(12) {
        case 0: enrolment()
        case 1: credential()
        case 2, 3: review()
        default: act()
        }
    }

    private mutating func time() -> Timestamp {
        Retail.time(Int32(100 + pick(40)), Int64(pick(6) * 5))
    }

    private mutating func enrolment() -> (any Payload)? {
        let (worker, sequence) = (pick(3), Int64(pick(3) + 2))
        guard seen.insert("E\(worker)/\(sequence)").inserted else { return nil }
        let isOpen = pick(3) > 0
        return Retail.enrolment(
            "W\(worker)", isOpen ? .open : .withdrawn, at: Int32(95 + pick(20)), version: Int64(1 + worker % 2),
            sequence: sequence, left: isOpen || pick(4) == 0 ? nil : Int32(100 + pick(40)))
    }

    private mutating func credential() -> (any Payload)? {
        let (worker, sequence) = (pick(2), Int64(pick(3) + 2))
        guard seen.insert("C\(worker)/\(sequence)").inserted else { return nil }
        return Retail.credential(
            "W\(worker)", until: Int32(130 + pick(30)), renewals: pick(3) == 0 ? 1 : nil,
            status: pick(4) == 0 ? .revoked : .valid, sequence: sequence)
    }

    private mutating func review() -> (any Payload)? {
        let (number, revision) = (pick(12), Int64(pick(2)))
        guard seen.insert("R\(number)/\(revision)").inserted else { return nil }
        let (worker, name) = ("W\(number % 3)", name())
        let (at, isLive) = (time(), pick(3) == 0)
        var levels = ["a": ["low", "mid", "top"][pick(3)]]
        if pick(5) > 0 { levels["b"] = ["low", "top"][pick(2)] }
        return Retail.review(
            "R\(number)", at: at, levels, name, worker: worker, layer: isLive ? .review : .practical,
            reviewer: ["REV", "W0"][pick(5) == 0 && worker != "W0" ? 1 : 0],
            rubric: isLive ? nil : [nil, "1", "2"][pick(3)], decision: isLive ? [.pass, .fail][pick(2)] : nil,
            revision: revision)
    }

    private mutating func name() -> String { "A\(pick(2))" }

    private mutating func act() -> (any Payload)? {
        let (number, revision) = (pick(40), Int64(pick(2)))
        guard seen.insert("T\(number)/\(revision)").inserted else { return nil }
        let worker = "W\(number % 3)"
        let name = pick(3) == 0 ? "S\(worker)" : name()
        return Retail.act(
            "T\(number)", AttemptAction.allCases[pick(3)], pick(2) == 0 ? .quiz : .practical, at: time(), name,
            worker: worker, revision: revision, answers: Retail.answers(right: pick(5), name, worker: worker),
            submission: pick(2) == 0 ? "F" : nil, timeFactor: pick(4) == 0 ? Decimal6(2) : nil,
            engagement: pick(6) == 0 ? "WO" : nil, isRenewal: pick(5) == 0)
    }
}
