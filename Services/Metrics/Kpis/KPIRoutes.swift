import Contracts
import Database
import Foundation
import Hummingbird
import ServiceRuntime

/// The figures over HTTP: each with the version of the definition that made it.
struct KPIRoutes: Sendable {
    let database: Database

    func add(to router: ServiceRouter) {
        router.get("/kpis") { _, _ in try KPIRoutes.json(try await KPIDefinition.all(in: database)) }
        router.get("/kpis/rehire") { request, _ in
            let definition = try await newest("rehire")
            let query = request.uri.queryParameters
            let window = try KPIRoutes.window(query["window"].map(String.init)) ?? definition.windowDays ?? 90
            let given = try KPIRoutes.day(query["as-of"].map(String.init))
            let day = if let given { given } else { try await today() }
            return try KPIRoutes.json(
                try await RehireReport.make(definition, asOf: day, windowDays: window, in: database))
        }
        router.get("/kpis/status") { _, _ in
            try KPIRoutes.json(try await StatusReport.make(try await newest("status"), in: database))
        }
        router.get("/kpis/funnel") { request, _ in
            guard let programme = request.uri.queryParameters["programme"] else {
                throw HTTPError(.badRequest, message: "Say which programme: ?programme=ID")
            }
            return try KPIRoutes.json(
                try await FunnelReport.make(try await newest("funnel"), programme: String(programme), in: database))
        }
    }

    private func newest(_ name: String) async throws -> KPIDefinition {
        guard let definition = try await KPIDefinition.newest(name, in: database) else {
            throw HTTPError(.notFound, message: "No figure \(name) is defined.")
        }
        return definition
    }

    private func today() async throws -> Day {
        try await database.run([Call(Statement("SELECT guildhall_now()"))])[0][0].timestamp(0).day
    }

    private static func window(_ text: String?) throws -> Int64? {
        guard let text else { return nil }
        guard let days = Int64(text.hasSuffix("d") ? text.dropLast() : text[...]), (1...3660).contains(days) else {
            throw HTTPError(.badRequest, message: "The window is a number of days from 1 to 3660, such as 90d.")
        }
        return days
    }

    private static func day(_ text: String?) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else {
            throw HTTPError(.badRequest, message: "The day is written as YYYY-MM-DD.")
        }
        return day
    }

    private static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }
}
