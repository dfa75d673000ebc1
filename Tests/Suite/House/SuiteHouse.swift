import Contracts
import Database
import Foundation
import Logging
import Messaging
import Synchronization

/// The five services over an empty database and empty queues, for one scenario.
final class SuiteHouse: Sendable {
    /// Files of this scenario: settings, logs, what programs printed.
    let folder: URL
    /// The database as the operator's role sees it: it reads everything.
    let reader: Database
    /// The database as its owner.
    let owner: Database
    /// The operator's settings.
    let settings: SettingsFile
    private let supervisor = Mutex<Background?>(nil)

    private init(folder: URL, settings: SettingsFile, reader: Database, owner: Database) {
        self.folder = folder
        self.settings = settings
        self.reader = reader
        self.owner = owner
    }

    /// Runs a scenario in an empty world; stops the services afterwards, which must end in good order.
    ///
    /// - Parameter clock: where a virtual clock stands at the beginning, if the scenario has one.
    static func with(
        _ name: String, clock: Timestamp? = nil, _ body: (SuiteHouse) async throws -> Void
    ) async throws {
        let began = ContinuousClock.now
        let house = try await SuiteHouse.open(name)
        let opened = ContinuousClock.now
        do {
            if let clock { try await house.set(clock: clock) }
            try await house.startServices()
            let started = ContinuousClock.now
            house.say("emptied in \((opened - began).text), started in \((started - opened).text)")
            try await body(house)
            let done = ContinuousClock.now
            try await house.stopServices()
            house.say("took \((done - started).text), stopped in \((ContinuousClock.now - done).text)")
        } catch {
            try? await house.stopServices()
            house.say("failed; what the services complained of:\n\(house.complaints())")
            await house.close()
            throw error
        }
        await house.close()
    }

    /// Prints what was measured, under the scenario's name.
    func say(_ text: String) {
        print("[\(folder.lastPathComponent)] \(text)")
    }

    private static func open(_ name: String) async throws -> SuiteHouse {
        try Leftovers.end()
        let folder = Layout.folder.appendingPathComponent(name)
        try? FileManager.default.removeItem(at: folder)
        for part in ["config", "logs", "runs", "data"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(part), withIntermediateDirectories: true)
        }
        let database = try await World.database()
        for program in ServiceName.allCases.map(\.rawValue) + ["guildhall", "owner"] {
            var settings = try SettingsFile(Layout.settings(of: program))
            settings["database.name"] = database
            try settings.write(to: folder.appendingPathComponent("config/\(program).conf"))
        }
        let settings = try SettingsFile(folder.appendingPathComponent("config/guildhall.conf"))
        let house = SuiteHouse(
            folder: folder, settings: settings, reader: Database(settings.database, logger: .silent),
            owner: Database(
                try SettingsFile(folder.appendingPathComponent("config/owner.conf")).database, logger: .silent))
        do {
            try await World.empty(house)
        } catch {
            await house.close()
            throw error
        }
        return house
    }

    /// Starts the services; returns when all of them are ready.
    func startServices() async throws {
        let arguments = [
            "supervise", "--config-folder", folder.appendingPathComponent("config").path,
            "--log-folder", folder.appendingPathComponent("logs").path, "--pid-folder", Layout.pids.path,
            "--ready-timeout", "90",
        ]
        let process = try Background(
            Layout.program("guildhall"), arguments, name: "supervise", folder: folder.appendingPathComponent("runs"))
        supervisor.withLock { $0 = process }
        try await eventually(within: .seconds(100), "the services are ready") {
            guard process.isRunning else { throw SuiteFailure("no supervisor: \(try process.complaints())") }
            return try process.printed().hasPrefix("ready:")
        }
    }

    /// Stops the services, which must end in good order.
    func stopServices() async throws {
        guard let process = supervisor.withLock({ $0.take() }) else { return }
        let status = try await process.stop()
        guard status == 0 else {
            throw SuiteFailure("the supervisor ended with \(status): \(try process.complaints())")
        }
    }

    private func close() async {
        await reader.close()
        await owner.close()
    }

    /// The warnings and errors of the services' logs, the latest ones.
    private func complaints() -> String {
        ServiceName.allCases.map { service in
            let log = folder.appendingPathComponent("logs/\(service.rawValue).log")
            guard let text = try? String(contentsOf: log, encoding: .utf8) else { return "\(service.rawValue): no log" }
            let lines = text.split(separator: "\n").filter { !$0.contains("\"level\":\"info\"") }
            return "\(service.rawValue):\n" + lines.suffix(6).map { "  \($0.prefix(600))" }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

extension Optional {
    /// Hands the value over and leaves nothing behind.
    fileprivate mutating func take() -> Wrapped? {
        defer { self = nil }
        return self
    }
}

extension Logger {
    /// Says nothing: what goes wrong is thrown.
    static var silent: Logger { Logger(label: "suite") { _ in SwiftLogNoOpLogHandler() } }
}
