import Contracts
import Database
import Foundation
import ServiceRuntime

/// What replicas use of the machine and of the servers.
struct ScaleTap: Sendable {
    let service: ServiceName
    let house: BenchHouse
    let database: Database
    /// The port of a pooler between them and the database.
    let pooler: Int?

    /// What was used so far: the replicas' processor time under the service's name.
    func usage(of replicas: [Replica]) async throws -> Usage {
        var usage = try await Usage(of: [], house, database)
        let table = try ProcessTable()
        usage.cpuSeconds[service.rawValue] = replicas.map { table.cpuSeconds(ofTree: $0.id) }.reduce(0, +)
        if pooler != nil { usage.cpuSeconds["pooler"] = table.cpuSeconds(ofTree: try house.process("run/pooler.pid")) }
        return usage
    }

    /// Sessions of the service at the server.
    func sessions() async throws -> Int {
        let rows = try await database.run([
            Call(
                Statement(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = $1::text"),
                [.text("guildhall_\(service.rawValue)")])
        ])
        return Int(try rows[0].only().int64(0))
    }

    /// Bytes of all tables and indexes.
    func size() async throws -> Int64 {
        try await database.run([Call(Statement("SELECT pg_database_size(current_database())"))])[0].only().int64(0)
    }

    /// The connections of each replica, and the channels on those to the broker.
    func links(of replicas: [Replica]) async throws -> [DrainResult.Links] {
        let settings = try house.settings(service.rawValue)
        let (databasePort, brokerPort) = (pooler ?? settings.database.port, settings.broker.port)
        let channels = try channelsByPort()
        return try replicas.map { replica in
            let sockets = try Sockets(of: replica.id)
            let ports = sockets.localPorts(to: brokerPort)
            return DrainResult.Links(
                database: sockets.count(to: databasePort), broker: ports.count,
                channels: ports.compactMap { channels[$0] }.reduce(0, +))
        }
    }

    /// Channels of each connection to the broker, by the port at its other end.
    private func channelsByPort() throws -> [Int: Int] {
        let process = Process()
        process.executableURL = house.home.appendingPathComponent("bin/rabbitmqctl")
        process.arguments = ["-q", "list_connections", "--no-table-headers", "peer_port", "channels"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchError("rabbitmqctl list_connections failed") }
        var channels: [Int: Int] = [:]
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
            if fields.count == 2 { channels[fields[0]] = fields[1] }
        }
        return channels
    }
}
