import ArgumentParser
import Foundation
import Statistics

extension OutcomeKind: ExpressibleByArgument {}

/// `guildhall experiment analyse`: an experiment in a CSV file.
struct ExperimentAnalyseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Analyse an experiment whose units are the rows of a CSV file.",
        discussion: """
            Prints estimate, interval, p-value, method, power, and what to know before believing them. Rows without an \
            arm, an outcome or another value that is asked for are left out and counted.

            EXAMPLES
              guildhall experiment analyse pilot.csv --arm variant --outcome passed
              guildhall experiment analyse pilot.csv --arm variant --outcome score --covariate baseline --json
              guildhall experiment analyse pilot.csv --arm variant --outcome days --event returned --kind survival
            """)

    @Argument(help: "The CSV file; its first line names the columns.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "The column that says to which arm a unit was assigned.")
    var arm: String

    @Option(help: "The column with the outcome: 0/1 or yes/no, a number, or a duration.")
    var outcome: String

    @Option(help: "A column measured before the start, to adjust for; may be given several times.")
    var covariate: [String] = []

    @Option(help: "The column of what was assigned as a whole, such as the client.")
    var cluster: String?

    @Option(help: "The column that says whether a duration ended with the event (1) or was cut off (0).")
    var event: String?

    @Option(help: "The sort of outcome; proportion when it is 0/1 throughout, else mean.")
    var kind: OutcomeKind?

    @Option(help: "The arm to compare with; 'control' if there is one, else the first by name.")
    var control: String?

    @Option(help: "The ratio in which the arms were meant to fill, ARM=NUMBER; may be given several times.")
    var weight: [String] = []

    @Option(help: "The smallest effect of interest, in the unit of the estimate.")
    var smallestEffect: Double?

    @Option(help: "The coverage of the intervals.")
    var confidence = 0.95

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard confidence > 0, confidence < 1 else {
            throw ValidationError("--confidence must lie between 0 and 1, both excluded.")
        }
        if event != nil, kind ?? .survival != .survival { throw ValidationError("--event goes with --kind survival.") }
        if let kind = columns.kind, kind == .skewed || kind == .survival, !covariate.isEmpty {
            throw ValidationError("--covariate goes with proportions and means, not with a \(kind.rawValue) outcome.")
        }
        if let column = columns.repeated {
            throw ValidationError("The column '\(column)' is named twice: each serves one purpose.")
        }
        if let smallestEffect, !smallestEffect.isFinite || columns.kind == .survival && smallestEffect <= 0 {
            throw ValidationError("--smallest-effect must be a number, and a ratio above 0 with a survival outcome.")
        }
        _ = try weights()
    }

    func run() async throws {
        let table = try ExperimentTable(URL(fileURLWithPath: file), columns)
        var question = ExperimentQuestion(kind: table.kind, control: try table.control(named: control))
        question.confidence = confidence
        question.weights = try weights()
        for arm in question.weights.keys.sorted() { try table.check(arm, "--weight") }
        question.smallestEffect = smallestEffect
        question.covariates = covariate
        var report = try ExperimentAnalysis.analyse(table.units, question)
        report.warnings = try table.warnings() + report.warnings
        if control == nil, table.hasNoControl {
            report.warnings.insert(
                .init(
                    "control_guessed",
                    "No arm is called control: '\(question.control)' was taken. --control names another."),
                at: 0)
        }
        if json { try Output.json(report) } else { ExperimentText(report).show() }
    }

    private var columns: ExperimentColumns {
        ExperimentColumns(
            arm: arm, outcome: outcome, covariates: covariate, cluster: cluster, event: event,
            kind: kind ?? (event == nil ? nil : .survival))
    }

    private func weights() throws -> [String: Double] {
        try weight.reduce(into: [:]) { weights, text in
            guard let place = text.lastIndex(of: "="), let number = Double(text[text.index(after: place)...]),
                number > 0, number.isFinite
            else { throw ValidationError("--weight '\(text)' is not ARM=NUMBER with a number above 0.") }
            weights[String(text[..<place])] = number
        }
    }
}
