import Contracts
import Foundation
import Programmes
import Testing

@Suite("The programmes that are shipped")
struct ShippedProgrammeTests {
    private static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("the Open University's 22 offerings and 206 assessments pass the check")
    func oulad() throws {
        let programme = try ProgrammeReader.read(ShippedProgrammeTests.text("deploy/examples/oulad/programme.yaml"))
        let offerings = programme.pathways.flatMap(\.offerings)
        #expect(programme.id == "oulad")
        #expect(programme.pathways.map(\.id) == ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"])
        #expect(offerings.count == 22)
        #expect(offerings.map(\.coursework.count).reduce(0, +) == 206)
        #expect(programme.pathways.allSatisfy { $0.passMark == Decimal6(40) && $0.credential.validityMonths == 12 })
        #expect(programme.rewards.premium == Premium(rateBasisPoints: 500, uses: 2))
        // Of its ten assessments nine count, and the plan gives none of them a weight.
        let equal = try #require(programme.offering("GGG-2013J")).offering.weighted
        #expect(equal.map(\.weight) == Array(repeating: Decimal6(1), count: 9))
        let exact = try #require(programme.offering("DDD-2013B")).offering
        #expect(exact.assessment("25334")?.weight == Decimal6(millionths: 7_500_000))
        #expect(exact.ends == Day(year: 2013, month: 9, day: 29))
    }
}
