import Contracts
import Foundation
import ServiceRuntime

/// Starts services, starts again those that end, and stops all of them in good order.
actor Supervisor {
    private let services: [SupervisedService]
    private let pids: PidFolder?
    private let readyTimeout: Duration
    private let grace: Duration
    private let probe = ReadinessProbe()
    private let clock = ContinuousClock()

    private var running: [ServiceName: ServiceProcess] = [:]
    private var waiting: [ServiceName: Task<Void, Never>] = [:]
    private var isStopping = false
    private var outcome = ExitStatus.clean

    init(_ services: [SupervisedService], pids: PidFolder?, readyTimeout: Duration, grace: Duration) {
        self.services = services
        self.pids = pids
        self.readyTimeout = readyTimeout
        self.grace = grace
    }

    /// Returns when every service has stopped, because of a signal or because there is no point in going on.
    func run(signals: AsyncStream<Int32>) async -> ExitStatus {
        let obedience = Task { await obey(signals) }
        let announcement = Task { await announce() }
        await withTaskGroup { group in
            for service in services { group.addTask { await self.keep(service) } }
        }
        obedience.cancel()
        announcement.cancel()
        return outcome
    }

    // MARK: Running

    private func keep(_ service: SupervisedService) async {
        var policy = RestartPolicy()
        while !isStopping {
            let begin = clock.now
            guard let end = await runOnce(service) else { return }
            pids?.remove(service.name.rawValue)
            guard !isStopping else { return noteStop(of: service, end) }
            // A service that rejects its settings will do so again.
            if end == .exit(ExitStatus.configuration.rawValue) {
                SupervisorLog.say("\(service.name.rawValue) rejects its settings; see \(service.log.path)")
                return stop(because: .configuration)
            }
            let pause = policy.pause(afterRunning: begin.duration(to: clock.now), draw: .random(in: 0...1))
            let wait = pause.formatted(.units(allowed: [.seconds, .milliseconds]))
            SupervisorLog.say("\(service.name.rawValue) \(end) and starts again in \(wait)")
            await sleep(pause, for: service.name)
        }
    }

    /// Starts the service and waits for its end; nil when it cannot be started at all.
    private func runOnce(_ service: SupervisedService) async -> ProcessEnd? {
        let process: ServiceProcess
        do {
            process = try service.start()
            running[service.name] = process
            try pids?.write(process.id, name: service.name.rawValue)
        } catch {
            SupervisorLog.say("\(error)")
            stop(because: .failure)
            guard let process = running[service.name] else { return nil }
            return await end(of: process, service)
        }
        return await end(of: process, service)
    }

    private func end(of process: ServiceProcess, _ service: SupervisedService) async -> ProcessEnd {
        await process.ended()
        // Forgotten before it is reaped: nobody may signal an id that has gone to another process.
        running[service.name] = nil
        return process.reap()
    }

    private func sleep(_ pause: Duration, for service: ServiceName) async {
        guard !isStopping else { return }
        let task = Task { [clock] in
            do {
                try await clock.sleep(for: pause)
            } catch {
                // Cancelled: there is nothing left to wait for.
            }
        }
        waiting[service] = task
        await task.value
        waiting[service] = nil
    }

    // MARK: Stopping

    private func obey(_ signals: AsyncStream<Int32>) async {
        for await number in signals {
            if isStopping {
                SupervisorLog.say("told to stop again (signal \(number)): kills what still runs")
                killAll()
            } else {
                SupervisorLog.say("told to stop (signal \(number))")
                stop(because: .clean)
            }
        }
    }

    private func stop(because reason: ExitStatus) {
        guard !isStopping else { return }
        isStopping = true
        outcome = reason
        for task in waiting.values { task.cancel() }
        // One signal only: a service takes the second one as an order to end at once.
        for process in running.values { process.signal(SIGTERM) }
        Task {
            try await clock.sleep(for: grace)
            killAll()
        }
    }

    private func killAll() {
        for (name, process) in running {
            SupervisorLog.say("\(name.rawValue) is still running and is killed")
            process.signal(SIGKILL)
        }
    }

    private func noteStop(of service: SupervisedService, _ end: ProcessEnd) {
        // One that was told to stop before it could listen to the signal ends by it; there was nothing to put in order.
        guard end != .exit(ExitStatus.clean.rawValue), end != .signal(SIGTERM) else { return }
        SupervisorLog.say("\(service.name.rawValue) \(end) while it stopped")
        if outcome == .clean { outcome = .failure }
    }

    // MARK: Readiness

    /// Prints the one line, or stops everything when the time for it has passed.
    private func announce() async {
        let deadline = clock.now + readyTimeout
        var open = services
        while !isStopping {
            open = await stillUnready(open)
            if open.isEmpty { break }
            let names = open.map(\.name.rawValue).joined(separator: ", ")
            guard clock.now < deadline else {
                SupervisorLog.say("not ready after \(readyTimeout.formatted()): \(names)")
                return stop(because: .failure)
            }
            do {
                try await clock.sleep(for: .milliseconds(100))
            } catch {
                return
            }
        }
        if !isStopping { FileHandle.standardOutput.write(Data((readyLine + "\n").utf8)) }
    }

    private func stillUnready(_ services: [SupervisedService]) async -> [SupervisedService] {
        await withTaskGroup { [probe] group in
            for (index, service) in services.enumerated() {
                group.addTask { (index, await probe.isReady(service.address)) }
            }
            var unready: [Int] = []
            for await (index, isReady) in group where !isReady { unready.append(index) }
            return unready.sorted().map { services[$0] }
        }
    }

    private var readyLine: String {
        "ready: " + services.map { "\($0.name.rawValue) \($0.address)" }.joined(separator: ", ")
    }
}
