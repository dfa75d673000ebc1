import ArgumentParser
import Contracts

/// Prints figures.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Prints the reconciliation of all inbound messages, KPIs, experiments, and a pilot on one screen.",
        subcommands: [Reconcile.self, KPICommand.self, PilotCommand.self, ExperimentReportCommand.self])

    /// Accounts for every inbound message.
    struct Reconcile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accounts for every inbound message and shows what came of it.",
            discussion: """
                received = accepted + refused + duplicates (+ those that wait for another attempt). Accepted and refused
                are counted by distinct (source, id). Run `guildhall drain` first.

                Example:
                  guildhall report reconcile --as-of 2014-12-31 --as-of 2015-12-31 --json
                """)

        @OptionGroup var options: OperatorOptions
        @Option(help: "A day for the rehire rate, YYYY-MM-DD; may be given several times.") var asOf: [String] = []
        @Option(help: "Window of the rehire rate.") var window = "90d"
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let report = try await OperatorContext.with(options) { context in
                var report = try await Reconciliation(database: context.database).report()
                for day in asOf {
                    let path = "/kpis/rehire?window=\(window)&as-of=\(day)"
                    report.rehire.append(try await Metrics(context).get(RehireReport.self, path))
                }
                return report
            }
            if json { try Output.json(report) } else { ReportCommand.show(report) }
            if !report.isBalanced { throw ExitCode(1) }
        }
    }

    private static func show(_ report: ReconcileReport) {
        print(
            """
            received \(report.received) = accepted \(report.accepted) + refused \(report.refused) \
            + duplicates \(report.duplicates)\(report.waiting > 0 ? " + waiting \(report.waiting)" : "")
            """)
        Output.table(
            ["type", "received", "accepted", "refused", "duplicates"],
            report.byType.sorted { $0.key < $1.key }.map { type, count in
                [
                    type.isEmpty ? "(unknown)" : type, "\(count.received)", "\(count.accepted)", "\(count.refused)",
                    "\(count.duplicates)",
                ]
            })
        func list(_ name: String, _ counts: [String: Int64]) {
            let items = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print("\(name): \(items.isEmpty ? "none" : items.joined(separator: ", "))")
        }
        list("refused because", report.refusedByReason)
        print("contractors: \(report.contractors)")
        list("engagements", report.engagements)
        list("enrolments", report.enrolments)
        print("results: accepted \(report.results.accepted), refused \(report.results.refused)")
        list("credentials", report.credentials)
        print("premium uses: \(report.premiumUses)")
        for (unit, ledger) in report.ledger.sorted(by: { $0.key < $1.key }) {
            list("ledger \(unit)", ledger)
        }
        for rehire in report.rehire {
            print(
                "rehire within \(rehire.windowDays) days as of \(rehire.asOf): \(rehire.rehired) of "
                    + "\(rehire.eligible) (\(rehire.censored) still open)")
        }
    }
}
