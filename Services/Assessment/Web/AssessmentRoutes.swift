import Contracts
import Database
import Foundation
import Hummingbird
import ServiceRuntime

/// What assessment tells over HTTP: attempts with what was drawn, scores behind credentials, and progress in units.
///
/// All of it is about persons, so it is told on the service's own port alone: the proxy of the public origin marks what
/// it passes on, and that finds nothing here.
struct AssessmentRoutes: Sendable {
    let database: Database

    func add(to router: ServiceRouter) {
        router.get("/attempts/:id") { request, context in
            try AssessmentRoutes.refusePublic(request)
            let id = try AssessmentRoutes.identifier(context.parameters.get("id"), "the attempt's id")
            let rows = try await database.run([Call(AttemptReport.one, [.uuid(id)])])[0]
            guard let row = rows.first else {
                throw HTTPError(.notFound, message: "No attempt \(id) is known.")
            }
            return AssessmentRoutes.response(Array(try row.text(0).utf8))
        }
        router.get("/attempts") { request, _ in
            try AssessmentRoutes.refusePublic(request)
            let contractor = try AssessmentRoutes.parameter("contractor", request)
            let rows = try await database.run([Call(AttemptReport.ofContractor, [.uuids([contractor])])])[0]
            let bodies = try rows.map { try $0.text(0) }
            return AssessmentRoutes.response(Array("[\(bodies.joined(separator: ","))]".utf8))
        }
        router.get("/scores") { request, _ in
            try AssessmentRoutes.refusePublic(request)
            return try AssessmentRoutes.json(
                try ScoreReport.reports(try await database.run([try AssessmentRoutes.scores(request)])[0]))
        }
        router.get("/progress") { request, _ in
            try AssessmentRoutes.refusePublic(request)
            let contractor = try AssessmentRoutes.parameter("contractor", request)
            return try AssessmentRoutes.json(try await ProgressReport.make(contractor, in: database))
        }
    }

    private static func refusePublic(_ request: Request) throws {
        let isForwarded = request.headers.contains { $0.name.canonicalName == "x-forwarded-for" }
        if isForwarded { throw HTTPError(.notFound) }
    }

    private static func scores(_ request: Request) throws -> Call {
        let query = request.uri.queryParameters
        if query["outcome"] != nil {
            return Call(ScoreReport.byOutcome, [.uuid(try parameter("outcome", request))])
        }
        if query["enrolment"] != nil {
            return Call(ScoreReport.byEnrolment, [.uuid(try parameter("enrolment", request))])
        }
        if query["contractor"] != nil {
            return Call(ScoreReport.byContractor, [.uuids([try parameter("contractor", request)])])
        }
        throw HTTPError(
            .badRequest,
            message: "Say whose scores: ?outcome=ID (a credential names it), ?enrolment=ID or ?contractor=ID")
    }

    private static func parameter(_ name: Substring, _ request: Request) throws -> Identifier {
        try identifier(request.uri.queryParameters[name].map(String.init), "?\(name)=ID")
    }

    private static func identifier(_ text: String?, _ what: String) throws -> Identifier {
        guard let id = text.flatMap({ Identifier($0) }) else {
            throw HTTPError(.badRequest, message: "Give \(what) as a UUID.")
        }
        return id
    }

    private static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return response(Array(try encoder.encode(value)))
    }

    private static func response(_ body: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
