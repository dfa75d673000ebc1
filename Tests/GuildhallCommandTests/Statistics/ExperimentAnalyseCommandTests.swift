import ArgumentParser
import Testing

@testable import GuildhallCommand

@Suite("guildhall experiment analyse")
struct ExperimentAnalyseCommandTests {
    @Test(
        "Options that do not go together are refused before the file is read",
        arguments: [
            ["--confidence", "1"], ["--event", "e", "--kind", "mean"], ["--kind", "skewed", "--covariate", "x"],
            ["--event", "e", "--covariate", "x"], ["--covariate", "y"], ["--cluster", "arm"], ["--weight", "a=0"],
            ["--weight", "a"], ["--event", "e", "--smallest-effect", "0"], ["--smallest-effect", "nan"],
        ])
    func refused(options: [String]) {
        #expect(throws: (any Error).self) {
            try ExperimentAnalyseCommand.parse(["f.csv", "--arm", "arm", "--outcome", "y"] + options)
        }
    }

    @Test("Options that do go together are taken")
    func taken() throws {
        let options = ["--covariate", "x", "--covariate", "z", "--cluster", "c", "--weight", "a=b=2", "--json"]
        let command = try ExperimentAnalyseCommand.parse(["f.csv", "--arm", "arm", "--outcome", "y"] + options)
        #expect(command.covariate == ["x", "z"])
    }
}
