import Contracts
import Foundation
import Messaging

/// What a run comes to: what the services know in the end, and what went wrong.
struct RunResult {
    var observations: [String: [String]] = [:]
    var violations: [String] = []
    var trace: [String] = []
    var counters = Counters()
    var fired: [Fault] = []
    var passed: [Point: Int] = [:]
    var digest: UInt64 = 0
}

/// Plays a workload under a plan of faults, drains, and looks.
struct Run {
    let ground: Ground
    let monitor: Monitor
    let programmes: [(name: String, text: String)]

    /// Faults end after the last input; then everything must come to rest, and time goes on until nothing is due.
    func play(_ workload: Workload, _ plan: FaultPlan, seed: UInt64) throws -> RunResult {
        guard Hook.isInstalled else { throw SimulationError("this runtime has no hook for the global executor") }
        try Ground.prepare(monitor, programmes: programmes, sources: Workload.sources)
        let stage = Stage(seed: seed, plan: plan, ground: ground, monitor: monitor)
        Seat.take(Seat(stage.scheduler))
        defer { Seat.take(nil) }
        var result = RunResult()
        let drive = Drive(stage: stage, window: workload.window)
        do {
            try stage.start()
            try drive.play(workload.inputs)
            stage.endFaults()
            try drive.drain()
            result.observations = try Observations.all(monitor)
            stage.violateAll(try Invariants.broken(stage, workload.inputs))
        } catch let error as Stuck {
            stage.violate(error.description)
        }
        result.digest = stage.scheduler.digest
        try stage.shutDown()
        result.violations = stage.violations
        result.trace = stage.trace
        result.counters = stage.counters
        result.fired = stage.fired
        result.passed = stage.passed
        return result
    }
}

extension Stage {
    func violateAll(_ texts: [String]) { texts.forEach(violate) }
}
