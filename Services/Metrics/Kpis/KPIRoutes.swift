import Contracts
import Database
import Foundation
import Hummingbird
import Programmes
import ServiceRuntime

/// The figures over HTTP: each with the version of the definition that made it.
struct KPIRoutes: Sendable {
    private let database: Database
    private let desk: KPIDesk

    init(database: Database) {
        self.database = database
        desk = KPIDesk(database)
    }

    func add(to router: ServiceRouter) {
        router.get("/kpis") { _, _ in try KPIRoutes.json(try await KPIDefinition.all(in: database)) }
        router.get("/kpis/rehire") { request, _ in try await rehire(KPIRequest(request)) }
        router.get("/kpis/status") { _, _ in
            try KPIRoutes.json(try await StatusReport.make(try await desk.newest("status"), in: database))
        }
        router.get("/kpis/funnel") { request, _ in
            let asked = KPIRequest(request)
            let programme = try asked.neededProgramme
            return try KPIRoutes.json(try await desk.funnel(try await question(asked), of: programme))
        }
        router.get("/kpis/quality-delta/workers") { request, _ in
            let question = try await question(KPIRequest(request))
            let rows = try await database.run([Call(QualityDelta.query, QualityDelta.parameters(question))])[0]
            return try KPIRoutes.json(QualityDelta.workers(try rows.map { try QualityDelta.Seen($0) }))
        }
        router.get("/kpis/{name}") { request, context in
            let name = try context.parameters.require("name")
            guard let report = try await desk.report(name, try await question(KPIRequest(request))) else {
                throw HTTPError(.notFound, message: "No figure \(name) is defined; GET /kpis lists them.")
            }
            return try KPIRoutes.json(report)
        }
        router.get("/experiments") { request, _ in
            let experiments = try await desk.experiments()
            if ExperimentPages.isWanted(request) {
                return ExperimentPages.response(
                    try await ExperimentListPage.entries(experiments, in: database), request)
            }
            return try KPIRoutes.json(experiments)
        }
        router.get("/experiments/{programme}/{id}") { request, context in
            let asked = KPIRequest(request)
            let programme = try context.parameters.require("programme")
            let report = try await desk.experiment(
                try context.parameters.require("id"), of: programme, by: try asked.analysis,
                asOf: try await day(asked), isSplit: try asked.isSplit)
            if ExperimentPages.isWanted(request) {
                return ExperimentPages.response(report, of: try await desk.programme(programme), request)
            }
            return try KPIRoutes.json(report)
        }
        router.get("/pilot") { request, _ in
            let asked = KPIRequest(request)
            return try KPIRoutes.json(
                try await PilotReport.make(try asked.neededProgramme, asOf: try await day(asked), at: desk))
        }
    }

    /// The whole by the statement that has always computed it, with the groups that are asked for.
    private func rehire(_ asked: KPIRequest) async throws -> Response {
        let definition = try await desk.newest("rehire")
        var question = try await question(asked)
        let window = question.windowDays ?? definition.windowDays ?? 90
        question.windowDays = window
        var report = try await RehireReport.make(definition, asOf: question.asOf, windowDays: window, in: database)
        if question.isSplitByCredential || question.variants != nil || question.programme != nil {
            report.groups = try await desk.report("rehire", question)?.groups
        }
        return try KPIRoutes.json(report)
    }

    private func question(_ asked: KPIRequest) async throws -> KPIQuestion {
        var question = KPIQuestion(asOf: try await day(asked))
        if let programme = asked.programme {
            let definition = try await desk.library.catalogue().find(programme: programme)?.definition
            question = definition.map { desk.about($0, asOf: question.asOf) } ?? question
            question.programme = programme
        }
        question.windowDays = try asked.window
        question.isSplitByCredential = try asked.isSplit
        if let experiment = asked.variant {
            let programme = try asked.neededProgramme
            let plan = try await desk.register(experiment, of: programme).plan
            question.variants = try await desk.variants(
                plan, of: programme, by: try asked.analysis, asOf: question.asOf)
        }
        return question
    }

    private func day(_ asked: KPIRequest) async throws -> Day {
        if let day = try asked.asOf { day } else { try await desk.today() }
    }

    private static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }
}
