import Contracts
import Foundation
import ServiceRuntime

/// One of several processes of a service, each with an HTTP port of its own.
///
/// Its process id stands in a file of the run folder for as long as it lives, so that whoever cleans up finds it.
final class Replica: Sendable {
    /// 1 for the first.
    let number: Int
    let service: ServiceName
    /// When it was started.
    let started: ContinuousClock.Instant
    /// Its address, as its row in the table of replicas has it.
    let address: String
    private let process: Process
    private let file: URL
    private let ended: AsyncStream<ContinuousClock.Instant>

    /// Starts it in the background.
    ///
    /// - Parameter flags: settings beyond those of its file; what it logs goes to a file of its own.
    init(_ number: Int, of service: ServiceName, _ house: BenchHouse, flags: [String]) throws {
        let name = service.rawValue
        guard let web = try house.settings(name).web, let space = house.space else {
            throw BenchError("replicas need a port and a space of their own")
        }
        // Five ports belong to the suite's services.
        let port = web.port + 10 * number
        self.number = number
        self.service = service
        address = "http://\(web.host):\(port)"
        file = house.home.appendingPathComponent("run/scale-\(number).pid")
        let log = house.home.appendingPathComponent("logs/scale-\(name)-\(number).log")
        let descriptor = open(log.path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        guard descriptor >= 0 else { throw BenchError("\(log.path) cannot be written") }
        let output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        process = Process()
        process.executableURL = house.home.appendingPathComponent("bin/\(name)")
        process.arguments =
            [
                "--config", house.home.appendingPathComponent("config/\(name).conf").path, "--database-name", space,
                "--broker-vhost", space, "--http-port", "\(port)",
            ] + flags
        process.standardOutput = output
        process.standardError = output
        let (stream, continuation) = AsyncStream<ContinuousClock.Instant>.makeStream()
        process.terminationHandler = { _ in
            continuation.yield(ContinuousClock.now)
            continuation.finish()
        }
        ended = stream
        started = ContinuousClock.now
        try process.run()
        try Data("\(process.processIdentifier)\n".utf8).write(to: file)
    }

    /// Its process id.
    var id: Int32 { process.processIdentifier }

    /// What it is doing.
    func status() async throws -> ReplicaStatus {
        try await StatusClient.document(ReplicaStatus.self, at: address + "/status")
    }

    /// Sends it a signal; returns when that was.
    func signal(_ signal: Int32) throws -> ContinuousClock.Instant {
        let moment = ContinuousClock.now
        guard kill(id, signal) == 0 else { throw BenchError("replica \(number) had ended by itself") }
        return moment
    }

    /// Returns when it has ended, and how.
    func end() async throws -> (at: ContinuousClock.Instant, status: Int32) {
        guard let moment = await ended.first(where: { _ in true }) else { throw CancellationError() }
        try FileManager.default.removeItem(at: file)
        return (moment, process.terminationStatus)
    }
}
