import Programmes
import Testing

@Suite("How many an experiment needs, at publication")
struct ExperimentSizeTests {
    private func warnings(_ changes: [(String, String)]) -> [ProgrammeProblem] {
        let text = changes.reduce(DeliveredProgramme.text) { $0.replacing($1.0, with: $1.1) }
        let check = ProgrammeReader.check(text)
        #expect(check.problems == [])
        return check.warnings
    }

    @Test("EXP-08: fewer than are needed are warned of, with the number and what would be found instead")
    func tooFew() throws {
        #expect(warnings([("per-variant: 200", "per-variant: 199")]) == [])
        let found = warnings([("per-variant: 200", "per-variant: 198")])
        #expect(found.map(\.rule) == ["experiment-size"])
        let message = try #require(found.first?.message)
        #expect(message.contains("You plan 198 in each; 199 are needed to find a difference of 14 %"))
        #expect(message.contains("with 198 the smallest difference found four times out of five is about 14.1 %"))
        #expect(message.contains("where it is looked at every day"))
    }

    @Test("EXP-08: a plan of the floor is told apart, and only where the floor is not enough")
    func floor() {
        let few = warnings([("per-variant: 200", "per-variant: 50")])
        #expect(few.map(\.rule) == ["experiment-size", "experiment-floor"])
        #expect(few.last?.message.contains("floor of 50 is not enough") == true)
        #expect(warnings([("per-variant: 200", "per-variant: 50"), ("effect: 0.14", "effect: 0.4")]) == [])
    }

    @Test("EXP-08: without a smallest difference, a base or a deviation nothing can be planned, which is said")
    func missing() {
        #expect(warnings([("    smallest-effect: 0.14\n", "")]).map(\.rule) == ["experiment-effect"])
        #expect(warnings([("    base: 40 %\n", "")]).map(\.message.isEmpty) == [false])
        let mean = [("primary: completion", "primary: time-to-fill"), ("    base: 40 %\n", "    base: 9\n")]
        let spread = warnings(mean + [("effect: 0.14", "effect: 1.5")])
        #expect(spread.map(\.rule) == ["experiment-size"])
        #expect(spread.first?.remedy.contains("deviation") == true)
        // 2 (1.959964 + 0.841621)^2 5^2 / 1.5^2 = 174.4
        let known = mean + [("effect: 0.14", "effect: 1.5\n    deviation: 5")]
        #expect(warnings(known) == [])
        let few = warnings(known + [("per-variant: 200", "per-variant: 174")])
        #expect(few.first?.message.contains("175 are needed to find a difference of 1.5") == true)
    }

    @Test("EXP-08, EXP-11: more variants need more, and whole clients more than that")
    func more() {
        let third = ("      - {id: plain}\n", "      - {id: plain}\n      - {id: other}\n")
        #expect(warnings([third]).map(\.rule) == ["experiment-size"])
        #expect(warnings([("unit: worker", "unit: client")]) == [])
        let clients = warnings([third, ("unit: worker", "unit: client")])
        #expect(clients.first?.message.contains("their workers are alike") == true)
    }
}
