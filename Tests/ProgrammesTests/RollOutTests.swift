import Contracts
import Programmes
import Testing

@Suite("What is rolled out")
struct RollOutTests {
    /// An experiment about the premium that ended on day 100.
    private func plan(
        _ id: String, from: Int32 = 0, until: Int32 = 100, _ points: Int64?, decided: Int32? = nil
    ) -> ExperimentPlan {
        ExperimentPlan(
            id: id, hypothesis: "h", salt: id,
            variants: [
                ExperimentVariant(id: "plain"),
                ExperimentVariant(id: "clear", texts: ["invitation": id], premiumBasisPoints: points),
            ], pathway: "pos", primary: "completion", from: Day(number: from), until: Day(number: until),
            sizePerVariant: 50,
            decision: decided.map {
                ExperimentDecision(
                    variant: "clear", decidedOn: Day(number: $0), from: Day(number: $0), by: "learning", reason: "r")
            })
    }

    private func programme(_ plans: [ExperimentPlan]) throws -> PublishedProgramme {
        let read = try ProgrammeReader.read(DeliveredProgramme.text)
        return PublishedProgramme(
            definition: ProgrammeDefinition(
                id: read.id, title: read.title, delivery: .guildhall, participation: .voluntary,
                pathways: read.pathways, rewards: read.rewards, experiments: plans), version: 1,
            publishedAt: Timestamp(microseconds: 0))
    }

    @Test("EXP-15: from its day on, and not before, the variant that was chosen is everybody's")
    func day() {
        let decided = plan("pilot", 700, decided: 120)
        #expect(decided.rolledOut(on: Day(number: 119)) == nil)
        #expect(decided.rolledOut(on: Day(number: 120))?.id == "clear")
        #expect(plan("pilot", 700).rolledOut(on: Day(number: 500)) == nil)
    }

    @Test("EXP-15, INC-22: nobody is paid less than everybody has on the day, nor than what was promised")
    func premium() throws {
        let programme = try programme([plan("pilot", 700, decided: 120), plan("second", from: 130, until: 300, 800)])
        let premium = try #require(programme.definition.rewards.premium)
        #expect(premium.rateBasisPoints == 500)
        func rate(_ variants: [String: String], in pathway: String = "pos", on day: Int32?) -> Int64 {
            programme.premiumBasisPoints(premium, variants, in: pathway, on: day.map { Day(number: $0) })
        }
        #expect(rate([:], in: "other", on: 120) == 500)
        #expect(rate([:], on: nil) == 500)
        #expect(rate([:], on: 119) == 500)
        #expect(rate([:], on: 120) == 700)
        #expect(rate(["pilot": "plain"], on: 119) == 500)
        #expect(rate(["pilot": "plain"], on: 120) == 700)
        #expect(rate(["pilot": "clear"], on: 50) == 700)
        #expect(rate(["second": "plain"], on: 140) == 700)
        #expect(rate(["pilot": "plain", "second": "clear"], on: 140) == 800)
    }

    @Test("EXP-15, INC-21: the statement of the day says what was rolled out")
    func statement() throws {
        let programme = try programme([plan("pilot", 700, decided: 120)])
        let pathway = programme.definition.pathways[0]
        func amount(on day: Int32?) -> String? {
            programme.rewardStatement(for: pathway, on: day.map { Day(number: $0) }).lines
                .first { $0.kind == .payPremium }?.amount
        }
        #expect(amount(on: nil)?.hasPrefix("5 %") == true && amount(on: nil) == amount(on: 119))
        #expect(amount(on: 120)?.hasPrefix("7 %") == true)
    }

    @Test("EXP-13, EXP-15: what a later experiment says stands in place of what an earlier one left")
    func order() throws {
        let definition = try programme([
            plan("zeta", 700, decided: 120), plan("alpha", from: 130, until: 300, nil),
        ]).definition
        #expect(
            definition.chosen(["zeta": "clear", "alpha": "clear"]).map { $0.texts["invitation"] } == ["zeta", "alpha"])
        #expect(definition.chosen(["alpha": "none", "other": "clear"]).isEmpty)
    }
}
