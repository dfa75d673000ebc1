import ArgumentParser
import Foundation
import Statistics
import Testing

@testable import GuildhallCommand

@Suite("guildhall experiment plan")
struct ExperimentPlanCommandTests {
    private func report(_ options: [String]) throws -> SizePlanReport {
        let command = try ExperimentPlanCommand.parse(options)
        return try SizePlanReport(command.plan(), planned: command.perVariant)
    }

    @Test(
        "Options that make no sense are refused before anything is worked out",
        arguments: [
            ["--effect", "12%"], ["--base", "40%"], ["--base", "140%", "--effect", "12%"],
            ["--base", "40%", "--effect", "0"], ["--base", "40%", "--effect", "61%"],
            ["--base", "40%", "--effect", "12%", "--power", "1"], ["--base", "40%", "--effect", "12%", "--alpha", "0"],
            ["--base", "40%", "--effect", "12%", "--variants", "1"],
            ["--base", "40%", "--effect", "12%", "--per-variant", "0"], ["--base", "many", "--effect", "12%"],
            ["--effect", "1", "--deviation", "0"], ["--base", "nan", "--effect", "12%"],
        ])
    func refused(options: [String]) {
        #expect(throws: (any Error).self) { try ExperimentPlanCommand.parse(options) }
    }

    @Test("EXP-08: a share in percent or as a number gives the same plan; with a deviation it is one of means")
    func plans() throws {
        let percent = try report(["--base", "40%", "--effect", "12 %"])
        #expect(percent.outcome == "share" && percent.base == 0.4 && percent.effect == 0.12)
        #expect(percent.oneLook == (try report(["--base", "0.4", "--effect", "0.12"])).oneLook)
        // statsmodels and Fleiss, chapter 4: 2 arms of 40 % and 52 %.
        #expect(percent.oneLook == 270)
        let mean = try report(["--effect", "0.5", "--deviation", "2"])
        #expect(mean.outcome == "mean" && mean.oneLook == 252)
        let both = try report(["--base", "9", "--effect", "0.5", "--deviation", "2"])
        #expect(both.oneLook == mean.oneLook)
    }

    @Test("EXP-08: it is said in words when the number or the floor is not enough, and when they are")
    func warnings() throws {
        let few = try report(["--base", "40%", "--effect", "12%", "--per-variant", "200"])
        #expect(few.warnings.map(\.code) == ["too_few", "floor_not_enough"])
        #expect(few.warnings[0].text.contains("You plan 200 in each; 270 are needed"))
        #expect(few.warnings[1].text.contains("floor of 50"))
        let once = try report(["--base", "40%", "--effect", "12%", "--per-variant", "270"])
        #expect(once.warnings.map(\.code) == ["too_few_for_looks", "floor_not_enough"])
        let large = try report(["--base", "20%", "--effect", "60%", "--per-variant", "60"])
        #expect(large.warnings.map(\.code) == ["below_floor"])
        let enough = try report(["--base", "40%", "--effect", "12%", "--per-variant", "2000"])
        #expect(enough.warnings.map(\.code) == ["floor_not_enough"])
        #expect(enough.planned.map { $0.powerOneLook > 0.99 && $0.powerEveryDay > 0.99 } == true)
    }

    @Test("EXP-08: the answer in JSON has every number under its name")
    func json() throws {
        let report = try report(["--base", "40%", "--effect", "12%", "--variants", "3", "--per-variant", "200"])
        let text = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
        for key in ["per_variant_one_look", "per_variant_every_day", "power_one_look", "\"level\":0.025", "warnings"] {
            #expect(text.contains(key), "\(key)")
        }
        #expect(text.contains("\"deviation\":null"))
    }
}
