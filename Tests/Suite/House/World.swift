import Contracts
import Database
import Foundation
import Messaging

/// The database and the broker's queues, emptied before each scenario.
enum World {
    /// The database of the scenarios: one of its own, where the owner may make one, so that other tests keep theirs.
    static func database() async throws -> String {
        let settings = try SettingsFile(Layout.settings(of: "owner"))
        let name = settings["database.name"] + "_suite"
        let database = Database(settings.database, logger: .silent)
        do {
            let exists = Call(Statement("SELECT FROM pg_database WHERE datname = $1"), [.text(name)])
            if try await database.run([exists])[0].isEmpty {
                let session = try await database.dedicated()
                try await session.script("CREATE DATABASE \(name)")
                await session.close()
            }
        } catch let error as DatabaseError where error.sqlState == "42501" {
            await database.close()
            return settings["database.name"]
        }
        await database.close()
        return name
    }

    /// The name of the scenarios' integrator.
    static let integrator = "suite-acme"

    /// Makes an empty schema and empty queues.
    static func empty(_ house: SuiteHouse) async throws {
        async let queues: Void = emptyQueues()
        let session = try await house.owner.dedicated()
        try await session.script(
            "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC")
        await session.close()
        try await house.guildhall(["migrate"], settings: "owner").checked()
        try await queues
    }

    /// Deletes the services' queues, which they declare anew, and makes the one that the operator declares.
    private static func emptyQueues() async throws {
        let broker = AMQPBroker(try Layout.administrator(), logger: .silent)
        var queues = [Topology.unroutableQueue, "guildhall.integrator.\(integrator).g1"]
        for service in ServiceName.allCases {
            queues.append(Topology.inboundQueue(of: service))
            queues += Partition.all.map { Topology.eventsQueue(of: service, $0) }
        }
        for queue in queues { try await broker.delete(queue: queue) }
        try await broker.apply(.unroutable)
        await broker.close()
    }
}
