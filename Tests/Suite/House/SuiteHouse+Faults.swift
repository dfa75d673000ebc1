import Contracts
import Foundation

extension SuiteHouse {
    /// Kills a service without warning; returns when the supervisor has started it again.
    func kill(_ service: ServiceName) async throws {
        let file = Layout.pids.appendingPathComponent("\(service.rawValue).pid")
        guard let id = Leftovers.pid(in: file) else { throw SuiteFailure("\(service.rawValue) does not run") }
        Foundation.kill(id, SIGKILL)
        try await eventually(within: .seconds(30), "\(service.rawValue) is started again", every: .milliseconds(20)) {
            Leftovers.pid(in: file).map { $0 != id } ?? false
        }
    }

    /// Stops the broker and starts it again.
    func restartBroker() async throws {
        do {
            try await rabbitmqctl(["stop_app"])
        } catch {
            // Whatever happens, the other scenarios need a broker.
            try await rabbitmqctl(["start_app"])
            throw error
        }
        try await rabbitmqctl(["start_app"])
    }

    /// Stops the database as a power cut would, and starts it again.
    func restartDatabase() async throws {
        let data = SuiteEnvironment.state.appendingPathComponent("postgresql/data").path
        // The server notes there with which program it was started.
        let options = try String(contentsOfFile: data + "/postmaster.opts", encoding: .utf8)
        let server = URL(fileURLWithPath: String(options.prefix { $0 != " " }))
        let control = server.deletingLastPathComponent().appendingPathComponent("pg_ctl").path
        let log = SuiteEnvironment.state.appendingPathComponent("logs/postgresql/start.log").path
        var words = [control, "restart", "-s", "-w", "-t", "120", "-m", "immediate", "-D", data, "-l", log]
        let keeper = try FileManager.default.attributesOfItem(atPath: data)
        if getuid() == 0, let user = keeper[.ownerAccountName] as? String,
            let group = keeper[.groupOwnerAccountName] as? String
        {
            // The server refuses to run as root.
            words = ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--init-groups", "--"] + words
        }
        try await Program(path: "/usr/bin/env", folder: folder.appendingPathComponent("runs"))
            .run(["-C", "/"] + words, within: .seconds(150)).checked()
    }
}
