import ArgumentParser
import Contracts

/// Prints a figure of the metrics service.
struct KPICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpi",
        abstract: "Prints a figure with the version of its definition.",
        discussion: """
            Figures: time-to-fill, first-week-errors, incidents, participation, completion, quality-delta, rehire, \
            clearance, rewards, funnel, status.

            Examples:
              guildhall report kpi rehire --window 90d --as-of 2014-12-31 --json
              guildhall report kpi funnel --programme oulad
              guildhall report kpi time-to-fill --programme retail --split credential
              guildhall report kpi participation --programme retail --variant subject-line
            """)

    @OptionGroup var options: OperatorOptions
    @Argument(help: "The figure's name.") var name: String
    @Option(help: "Window of the rehire rate.") var window: String?
    @Option(help: "The day that it is computed for, YYYY-MM-DD; today when left out.") var asOf: String?
    @Option(help: "The programme whose roles, credentials and enrolments count.") var programme: String?
    @Option(help: "credential: told apart by the credential held at the time of the event.") var split: String?
    @Option(help: "An experiment of the programme: told apart by its variants.") var variant: String?
    @Option(help: "exposure or assignment: what puts a worker into a variant.") var by: String?
    @Flag(help: "Print JSON.") var json = false

    private static let names = ["funnel", "status"] + KPIColumn.columns.keys.sorted()

    func validate() throws {
        guard KPICommand.names.contains(name) else {
            throw ValidationError("There is no figure \(name); ask for \(KPICommand.names.joined(separator: ", ")).")
        }
        if (name == "funnel" || variant != nil) && programme == nil {
            throw ValidationError("Say which programme: --programme ID")
        }
    }

    private var path: String {
        let window = name == "rehire" ? window ?? "90d" : window
        let parts = [
            ("window", window), ("as-of", asOf), ("programme", programme), ("split", split), ("variant", variant),
            ("by", by),
        ]
        let query = parts.compactMap { name, value in value.map { "\(name)=\(KPICommand.escaped($0))" } }
        return "/kpis/\(name)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// A value as it stands in a query.
    static func escaped(_ value: String) -> String {
        value.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                return String(UnicodeScalar(byte))
            default: return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    func run() async throws {
        if json || name == "status" {
            return try Output.json(try await ask(AnyJSON.self))
        }
        switch name {
        case "funnel": try await ask(FunnelDocument.self).show()
        case "rehire":
            let report = try await ask(RehireReport.self)
            print(
                "rehire within \(report.windowDays) days as of \(report.asOf), definition rehire/\(report.version): "
                    + "\(report.rehired) of \(report.eligible) (\(report.censored) still open), "
                    + KPIColumn.Form.percent.text(report.rate))
            if let groups = report.groups {
                KPIColumn.show(
                    KPIDocument(
                        kpi: report.kpi, version: report.version, title: "Rehire rate", asOf: report.asOf,
                        groups: groups, changedMonths: []))
            }
        default: KPIColumn.show(try await ask(KPIDocument.self))
        }
    }

    private func ask<Document: Decodable & Sendable>(_ type: Document.Type) async throws -> Document {
        try await OperatorContext.with(options) { try await Metrics($0).get(type, path) }
    }
}
