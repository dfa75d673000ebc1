import Contracts
import Foundation
import Programmes
import Testing

@Suite("Namespaces, clients and factorial designs")
struct VariantAssignmentTests {
    private static func plan(
        _ id: String = "one", salt: String = "s", _ weights: [(String, Int64)] = [("a", 1), ("b", 1)],
        unit: AssignmentUnit = .worker, namespace: ExperimentNamespace? = nil
    ) -> ExperimentPlan {
        ExperimentPlan(
            id: id, hypothesis: "h", salt: salt, variants: weights.map { ExperimentVariant(id: $0.0, weight: $0.1) },
            primary: "participation", from: Day(number: 0), until: Day(number: 100), sizePerVariant: 50, unit: unit,
            namespace: namespace)
    }

    private static let workers = (0..<10_000).map { Identifier.contractor(source: "urn:synthetic", workerId: "\($0)") }

    /// The second table of docs/assignment.md: number, unit, subject, namespace, places, place, salt, experiment,
    /// variants, variant.
    private static let vectors: [[String]] = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/assignment.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.dropFirst(2).first?.isNumber == true }
        return lines.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
        }
    }()

    @Test("EXP-04, EXP-14: the published vectors of namespaces and clients hold")
    func published() throws {
        #expect(Self.vectors.count == 20)
        for vector in Self.vectors {
            let weights = vector[8].split(separator: " ").map { part in
                let pair = part.split(separator: ":")
                return (String(pair[0]), Int64(pair[1]) ?? 0)
            }
            let places = vector[4].split(separator: "-").compactMap { Int64($0) }
            let namespace =
                places.count == 2 ? ExperimentNamespace(id: vector[3], from: places[0], until: places[1]) : nil
            let unit = try #require(AssignmentUnit(rawValue: vector[1]))
            let plan = Self.plan(vector[7], salt: vector[6], weights, unit: unit, namespace: namespace)
            let worker = unit == .worker ? try #require(Identifier(vector[2])) : Self.workers[0]
            let found = VariantAssignment.variant(of: worker, client: unit == .client ? vector[2] : nil, in: plan)
            #expect(found?.id ?? "-" == vector[9], "\(vector)")
            if namespace != nil {
                #expect("\(VariantAssignment.place(of: vector[2], in: vector[3]))" == vector[5], "\(vector)")
            }
        }
    }

    @Test("EXP-14: experiments with places of their own share no worker, and together they have all")
    func disjoint() {
        let first = Self.plan("one", salt: "1", namespace: ExperimentNamespace(id: "n", from: 0, until: 30))
        let second = Self.plan("two", salt: "2", namespace: ExperimentNamespace(id: "n", from: 30, until: 100))
        var counts = (0, 0)
        for worker in Self.workers {
            let one = VariantAssignment.variant(of: worker, in: first)
            let two = VariantAssignment.variant(of: worker, in: second)
            #expect((one == nil) != (two == nil))
            if one != nil { counts.0 += 1 } else { counts.1 += 1 }
        }
        // Five standard deviations of a binomial of 10,000 at 0.3: sqrt(10000 * 0.3 * 0.7) = 45.8.
        #expect(abs(counts.0 - 3000) < 230 && counts.0 + counts.1 == 10_000)
    }

    @Test("EXP-04: who takes part in a namespace is in the variant that the experiment alone would give, for ever")
    func sticky() {
        let alone = Self.plan(salt: "sticky")
        let shared = Self.plan(salt: "sticky", namespace: ExperimentNamespace(id: "n", from: 20, until: 60))
        var taking = 0
        for worker in Self.workers.prefix(2000) {
            let variant = VariantAssignment.variant(of: worker, in: shared)
            #expect(variant == VariantAssignment.variant(of: worker, client: "whoever", in: shared))
            guard let variant else { continue }
            taking += 1
            #expect(variant == VariantAssignment.variant(of: worker, in: alone))
        }
        #expect(taking > 600)
    }

    @Test("EXP-14: two factorial experiments are independent, and so is a variant of the place in a namespace")
    func independent() {
        let first = Self.plan("one", salt: "left", [("a", 1), ("b", 2)])
        let second = Self.plan("two", salt: "right", [("c", 1), ("d", 1), ("e", 1)])
        let table = Self.workers.map { worker in
            (
                VariantAssignment.variant(of: worker, in: first)?.id ?? "",
                VariantAssignment.variant(of: worker, in: second)?.id ?? ""
            )
        }
        // The 0.999 quantiles of chi-square with 2 and with 9 degrees of freedom.
        #expect(Self.chiSquare(table) < 13.816)
        let places = Self.workers.map { worker in
            (
                VariantAssignment.variant(of: worker, in: first)?.id ?? "",
                "\(VariantAssignment.place(of: worker.description, in: "n") / 10)"
            )
        }
        #expect(Self.chiSquare(places) < 27.877)
    }

    /// Pearson's statistic of independence.
    private static func chiSquare(_ pairs: [(String, String)]) -> Double {
        func counts<Key: Hashable>(_ keys: [Key]) -> [Key: Double] {
            keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let (rows, columns) = (counts(pairs.map(\.0)), counts(pairs.map(\.1)))
        let cells = counts(pairs.map { [$0.0, $0.1] })
        var sum = 0.0
        for (row, inRow) in rows {
            for (column, inColumn) in columns {
                let expected = inRow * inColumn / Double(pairs.count)
                let difference = cells[[row, column], default: 0] - expected
                sum += difference * difference / expected
            }
        }
        return sum
    }

    @Test("EXP-04: a client is in one variant with all workers, and without a client nobody takes part")
    func clients() {
        let plan = Self.plan("whole", unit: .client, namespace: ExperimentNamespace(id: "clients", from: 0, until: 80))
        var variants: [String: Set<String>] = [:]
        for (number, worker) in Self.workers.enumerated() {
            let client = "client-\(number % 100)"
            let variant = VariantAssignment.variant(of: worker, client: client, in: plan)?.id ?? "-"
            variants[client, default: []].insert(variant)
            if number < 500 { #expect(VariantAssignment.variant(of: worker, in: plan) == nil) }
        }
        #expect(variants.values.allSatisfy { $0.count == 1 })
        #expect(Set(variants.values.flatMap { $0 }) == ["a", "b", "-"])
    }
}
