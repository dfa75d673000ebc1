import Contracts
import Programmes
import Testing

@Suite("The reward statement")
struct RewardStatementTests {
    private func programme(_ part: String = "", _ other: String = "", version: Int64 = 1) throws -> PublishedProgramme {
        let text = part.isEmpty ? DeliveredProgramme.text : DeliveredProgramme.replacing(part, with: other)
        return PublishedProgramme(
            definition: try ProgrammeReader.read(text), version: version,
            publishedAt: Timestamp(microseconds: version))
    }

    @Test("INC-21: it names every reward of a pathway, the badge first, and the tax note")
    func complete() throws {
        let programme = try programme()
        let statement = programme.rewardStatement(for: programme.definition.pathways[0])
        #expect(
            statement.lines.map(\.kind) == [
                .publicBadge, .preferredPool, .tieredAccess, .payPremium, .microGrant, .caseStudy,
                .priorityAssignment, .wageTopUp,
            ])
        #expect(statement.taxNote?.wording[.spanish] == "Las primas son ingresos.")
        for line in statement.lines {
            #expect(!line.title.isEmpty && !line.condition.isEmpty && !line.amount.isEmpty && !line.term.isEmpty)
        }
        let amounts = statement.lines.map(\.amount)
        #expect(amounts[2].contains("24 hours"))
        #expect(amounts[3] == "5 % more on the next 2 engagements that you start.")
        #expect(amounts[4].contains("USD 150") && statement.lines[4].term.contains("90 days"))
        #expect(amounts[7] == "USD 12")
        #expect(statement.bringsReward)
    }

    @Test("INC-21: another reward, condition, amount, date or tax note is another version, and nothing else is")
    func version() throws {
        let original = try programme()
        let pathway = original.definition.pathways[0]
        let version = original.rewardStatement(for: pathway).version
        #expect(version.count == 12)
        let changes = [
            ("rate: 5 %, uses: 2", "rate: 6 %, uses: 2"), ("rate: 5 %, uses: 2", "rate: 5 %, uses: 3"),
            ("amount: USD 150\n", "amount: USD 140\n"), ("claim-within: 90 days", "claim-within: 91 days"),
            ("stipend: USD 12\n", "stipend: USD 13\n"), ("first-for: 24 hours", "first-for: 12 hours"),
            ("criteria: At least 70 %", "criteria: At least 71 %"),
            ("{id: tax-note, version: v1", "{id: tax-note, version: v2"),
        ]
        for (part, other) in changes {
            let changed = try programme(part, other)
            #expect(
                changed.rewardStatement(for: changed.definition.pathways[0]).version != version, "\(other)")
        }
        for (part, other) in [
            ("title: Here", "title: There"), ("draw: 1", "draw: 2"), ("per-variant: 200", "per-variant: 90"),
        ] {
            let same = try programme(part, other, version: 7)
            #expect(same.rewardStatement(for: same.definition.pathways[0]).version == version, "\(other)")
        }
    }

    @Test("INC-22, EXP-04: it is the same for all who meet the same conditions, and differs by variant alone")
    func pure() throws {
        let programme = try programme()
        let pathway = programme.definition.pathways[0]
        let experiment = try #require(programme.definition.experiment("pilot"))
        var statements: [String: Set<RewardStatement>] = [:]
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<500 {
            let low = UInt64.random(in: .min ... .max, using: &generator)
            let worker = Identifier(high: UInt64.random(in: .min ... .max, using: &generator), low: low)
            guard let variant = VariantAssignment.variant(of: worker, in: experiment)?.id else { continue }
            statements[variant, default: []].insert(
                programme.rewardStatement(for: pathway, variants: ["pilot": variant]))
        }
        #expect(statements.keys.sorted() == ["clear", "plain"])
        #expect(statements.values.allSatisfy { $0.count == 1 })
        let plain = try #require(statements["plain"]?.first)
        let clear = try #require(statements["clear"]?.first)
        #expect(plain == programme.rewardStatement(for: pathway))
        let differing = zip(plain.lines, clear.lines).filter { $0 != $1 }
        #expect(differing.map(\.0.kind) == [.payPremium])
        #expect(differing.first?.1.amount.hasPrefix("7 %") == true)
        #expect(programme.rewardStatement(for: pathway, variants: ["other": "clear"]) == plain)
    }

    @Test("INC-01, INC-02: nine kinds of reward, each with a cost class and the behaviour that it is for")
    func kinds() {
        #expect(RewardKind.allCases.count == 9)
        #expect(RewardKind.preferredPool.costClass == .low && RewardKind.publicBadge.costClass == .low)
        #expect(RewardKind.payPremium.costClass == .medium && RewardKind.microGrant.costClass == .medium)
        #expect(Set(RewardKind.allCases.map(\.behaviour)).count == 9)
    }
}
