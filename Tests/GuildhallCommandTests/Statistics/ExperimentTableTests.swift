import Statistics
import Testing

@testable import GuildhallCommand

@Suite("An experiment in a CSV file")
struct ExperimentTableTests {
    private func mistake(
        _ text: String, cluster: String? = nil, event: String? = nil, kind: OutcomeKind? = nil,
    ) throws -> ImportError {
        try #require(throws: ImportError.self) {
            try ExperimentFile.table(text, cluster: cluster, event: event, kind: kind)
        }
    }

    @Test("EXP-07: rows become units, whatever way yes and no are written")
    func units() throws {
        let table = try ExperimentFile.table(
            "y,arm,x,c\nyes, new ,1.5,k\nFALSE,control,-2e1,l\n1,new,0,k\n", covariates: ["x"], cluster: "c")
        #expect(
            table.units == [
                ExperimentUnit(arm: "new", outcome: 1, covariates: [1.5], cluster: "k"),
                ExperimentUnit(arm: "control", outcome: 0, covariates: [-20], cluster: "l"),
                ExperimentUnit(arm: "new", outcome: 1, covariates: [0], cluster: "k"),
            ])
        #expect(table.kind == .proportion)
        #expect(try table.warnings().isEmpty)
    }

    @Test("Rows that lack a value are left out and counted by arm, and so are rows without an arm")
    func incomplete() throws {
        let table = try ExperimentFile.table("arm,y\na,1.5\nb,2\na,NA\n,3\nb,\nb,none\n")
        #expect(table.units.map(\.outcome) == [1.5, 2])
        #expect(table.kind == .mean)
        let warnings = try table.warnings()
        #expect(warnings.map(\.code) == ["no_arm", "incomplete"])
        #expect(warnings.last?.text.contains("a 1, b 2") == true)
    }

    @Test("Arms that lose very different shares of their rows are pointed out")
    func unevenLoss() throws {
        let kept = String(repeating: "a,1\nb,2\n", count: 40) + String(repeating: "a,1\n", count: 40)
        let table = try ExperimentFile.table("arm,y\n" + kept + String(repeating: "b,\n", count: 40))
        #expect(try table.warnings().map(\.code).contains("uneven_loss"))
    }

    @Test("An arm may be called none; the one called control is compared with, else the first by name")
    func control() throws {
        #expect(try ExperimentFile.table("arm,y\nnone,1\nnew,2\n").arms == ["new", "none"])
        let plain = try ExperimentFile.table("arm,y\nb,1\na,2\n")
        #expect(try plain.control(named: nil) == "a")
        #expect(plain.hasNoControl)
        let named = try ExperimentFile.table("arm,y\nb,1\nControl,2\n")
        #expect(try named.control(named: nil) == "Control")
        #expect(try named.control(named: "b") == "b")
        #expect(throws: ImportError.self) { try named.control(named: "c") }
    }

    @Test("A cell that makes no sense is named by line and column")
    func cells() throws {
        #expect(try mistake("arm,y\na,1\nb,1 000\n").line == 3)
        #expect(try mistake("arm,y\na,1\nb,1 000\n").message.contains("'y' is no number: '1 000'"))
        #expect(try mistake("arm,y\na,1\nb,inf\n").line == 3)
        #expect(try mistake("arm,y\na,0.5\nb,1\n", kind: .proportion).line == 2)
        #expect(try mistake("arm,y\na,5\nb,-1\n", kind: .survival).line == 3)
        #expect(try mistake("arm,y,e\na,5,1\nb,1,2\n", event: "e", kind: .survival).message.contains("'e'"))
        #expect(try mistake("arm,y,c\na,5,k\nb,1,k\n", cluster: "c").message.contains("'k' in two arms"))
    }

    @Test(
        "A file whose arms cannot be compared is refused with what to do",
        arguments: [
            ("", "empty"), ("arm,z\na,1\n", "no column 'y'"), ("arm,y\n", "no arm in any row"),
            ("arm,y\na,1\na,2\n", "only one arm, 'a'"), ("arm,y\na,1\nb,\n", "Every row of the arm 'b'"),
            ("arm,y\n" + (0..<21).map { "a\($0),1\n" }.joined(), "21 different values"),
        ])
    func refused(text: String, reason: String) throws {
        let error = try mistake(text)
        #expect(error.message.contains(reason), "\(error)")
        #expect(!error.remedy.isEmpty)
    }
}
