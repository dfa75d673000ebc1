import Contracts
import Foundation
import Programmes
import Testing

@Suite("Assignment to variants")
struct AssignmentTests {
    private static func plan(_ id: String, salt: String, _ variants: [(String, Int64)]) -> ExperimentPlan {
        ExperimentPlan(
            id: id, hypothesis: "h", salt: salt, variants: variants.map { ExperimentVariant(id: $0.0, weight: $0.1) },
            primary: "participation", from: Day(number: 0), until: Day(number: 100), sizePerVariant: 50)
    }

    private static let even: [(String, Int64)] = [("a", 1), ("b", 1)]

    private static func workers(_ count: Int) -> [Identifier] {
        (0..<count).map { .contractor(source: "urn:synthetic", workerId: "\($0)") }
    }

    /// The table of docs/assignment.md: worker, salt, experiment, variants, point, variant.
    private static let vectors: [[String]] = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/assignment.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
        }
    }()

    @Test("EXP-04: the published vectors hold")
    func published() throws {
        #expect(Self.vectors.count == 15)
        for vector in Self.vectors {
            let variants = vector[3].split(separator: " ").map { part in
                let pair = part.split(separator: ":")
                return (String(pair[0]), Int64(pair[1]) ?? 0)
            }
            let worker = try #require(Identifier(vector[0]))
            let plan = Self.plan(vector[2], salt: vector[1], variants)
            #expect(VariantAssignment.variant(of: worker, in: plan)?.id == vector[5], "\(vector)")
        }
    }

    @Test("EXP-04: the assignment is deterministic and sticky, whatever else the plan says")
    func sticky() {
        let plan = Self.plan("one", salt: "s", Self.even)
        let later = ExperimentPlan(
            id: "one", hypothesis: "another", salt: "s", variants: plan.variants, pathway: "till", primary: "rehire",
            from: Day(number: 9), until: Day(number: 200), sizePerVariant: 400)
        for worker in Self.workers(1000) {
            let first = VariantAssignment.variant(of: worker, in: plan)
            #expect(first != nil && first == VariantAssignment.variant(of: worker, in: plan))
            #expect(first == VariantAssignment.variant(of: worker, in: later))
        }
    }

    @Test("EXP-04: variants get their shares of 10,000 synthetic workers")
    func shares() {
        let weights: [(String, Int64)] = [("a", 1), ("b", 2), ("c", 5)]
        let plan = Self.plan("three", salt: "s", weights)
        var counts: [String: Double] = [:]
        for worker in Self.workers(10_000) {
            counts[VariantAssignment.variant(of: worker, in: plan)?.id ?? "", default: 0] += 1
        }
        let square = weights.reduce(0.0) { sum, variant in
            let expected = 10_000 * Double(variant.1) / 8
            return sum + pow((counts[variant.0] ?? 0) - expected, 2) / expected
        }
        // Two degrees of freedom: beyond 13.8 once in a thousand.
        #expect(counts.count == 3 && square < 13.8, "\(counts)")
    }

    @Test("EXP-04: experiments are independent of each other, by salt as by id", arguments: ["salt", "id"])
    func independent(differingBy part: String) {
        let first = Self.plan("one", salt: "s1", Self.even)
        let second = part == "salt" ? Self.plan("one", salt: "s2", Self.even) : Self.plan("two", salt: "s1", Self.even)
        var table: [String: Double] = [:]
        var (rows, columns): ([String: Double], [String: Double]) = ([:], [:])
        for worker in Self.workers(10_000) {
            let left = VariantAssignment.variant(of: worker, in: first)?.id ?? ""
            let right = VariantAssignment.variant(of: worker, in: second)?.id ?? ""
            table[left + right, default: 0] += 1
            rows[left, default: 0] += 1
            columns[right, default: 0] += 1
        }
        var square = 0.0
        for (left, row) in rows {
            for (right, column) in columns {
                let expected = row * column / 10_000
                square += pow((table[left + right] ?? 0) - expected, 2) / expected
            }
        }
        // One degree of freedom: beyond 10.8 once in a thousand.
        #expect(table.count == 4 && square < 10.8, "\(table)")
    }

    @Test("EXP-04: without weights nobody is assigned")
    func weightless() {
        let plan = Self.plan("none", salt: "s", [("a", 0), ("b", 0)])
        #expect(VariantAssignment.variant(of: Self.workers(1)[0], in: plan) == nil)
    }
}
