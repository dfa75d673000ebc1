import ArgumentParser
import Contracts
import Foundation
import ServiceRuntime

/// `guildhall supervise`: runs the five services of a local suite and keeps them running.
struct SuperviseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supervise",
        abstract: "Runs the services of a local suite and starts again the one that fails.",
        discussion: """
            Starts the programs that lie beside this one, each with its own file of the configuration folder, and prints \
            one line when all of them are ready. A service that ends is started again, after a pause that grows while it \
            keeps failing. SIGTERM or SIGINT stops all of them in good order; a second one stops them at once.

            The exit status is 0 after an orderly stop, 1 when the services did not become ready, could not be started or \
            had to be killed, 64 when the settings are wrong.

            EXAMPLES
              guildhall supervise --config-folder .guildhall/config --log-folder .guildhall/logs
            """)

    @Option(help: "Folder with one file of settings per service, named <service>.conf.", completion: .directory)
    var configFolder: String

    @Option(help: "Folder for one log per service.", completion: .directory)
    var logFolder: String

    @Option(
        help: "Folder for the process ids, one file per service and one for the supervisor.", completion: .directory)
    var pidFolder: String?

    @Option(help: "Folder with the services' programs. (default: the folder of this program)", completion: .directory)
    var programFolder: String?

    @Option(help: "Longest wait for all services to become ready, in seconds.")
    var readyTimeout = 60

    @Option(help: "Longest wait for a service to stop before it is killed, in seconds.")
    var grace = 30

    @Option(help: "Size at which a log is set aside, in megabytes.")
    var logSize = 16

    @Option(help: "Logs set aside that are kept.")
    var logCount = 3

    func validate() throws {
        let positive = [("ready-timeout", readyTimeout), ("grace", grace), ("log-size", logSize)]
        for (name, value) in positive where value < 1 {
            throw ValidationError("--\(name) is at least 1.")
        }
        guard logCount >= 0 else { throw ValidationError("--log-count is not negative.") }
    }

    func run() async throws {
        let services = try ServiceName.allCases.map(service)
        let pids = pidFolder.map { PidFolder(URL(fileURLWithPath: $0)) }
        try pids?.write(getpid(), name: PidFolder.supervisor)
        let supervisor = Supervisor(
            services, pids: pids, readyTimeout: .seconds(readyTimeout), grace: .seconds(grace))
        let outcome = await supervisor.run(signals: try StopSignals.stream())
        pids?.remove(PidFolder.supervisor)
        if outcome != .clean { throw ExitCode(outcome.rawValue) }
    }

    private func service(_ name: ServiceName) throws -> SupervisedService {
        let programs = programFolder.map { URL(fileURLWithPath: $0) } ?? Self.ownFolder
        let settings = URL(fileURLWithPath: configFolder).appendingPathComponent("\(name.rawValue).conf").path
        let log = URL(fileURLWithPath: logFolder).appendingPathComponent("\(name.rawValue).log")
        return SupervisedService(
            name: name,
            program: programs.appendingPathComponent(name.rawValue).path,
            settings: settings,
            address: try address(of: name, settings: settings),
            log: try RotatingLog(log, limit: logSize * 1_000_000, kept: logCount))
    }

    /// Where a service will answer, read exactly as the service itself will read it.
    private func address(of name: ServiceName, settings path: String) throws -> URL {
        let settings: ServiceSettings
        do throws(ConfigurationError) {
            let reader = SettingsReader(program: Program(name), arguments: ["--config", path])
            guard case .run(let resolved) = try reader.read() else { throw ConfigurationError([]) }
            settings = try ServiceSettings(resolved)
        } catch {
            throw ValidationError(error.problems.joined(separator: "\n"))
        }
        // A listener on every interface is asked over the loopback one.
        let host = settings.web.map { $0.host == "0.0.0.0" ? "127.0.0.1" : $0.host } ?? "127.0.0.1"
        guard let url = URL(string: "http://\(host):\(settings.web?.port ?? 0)") else {
            throw ValidationError("\(path): http.host \"\(host)\" is no host")
        }
        return url
    }

    private static var ownFolder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }
}
