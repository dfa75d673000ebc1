import Foundation

/// Makes a failing run small: leaves out faults, detours and inputs as long as it still fails in the same way.
struct Shrinker {
    let run: Run
    let seed: UInt64
    /// When to be content with what there is.
    let deadline: Date

    /// A run that fails, and how.
    struct Case {
        var workload: Workload
        var plan: FaultPlan
        var result: RunResult
        var violations: [String]
    }

    /// The smallest failing case that was found; nil when the seed does not fail.
    func smallest(_ workload: Workload, _ plan: FaultPlan) throws -> Case? {
        guard var best = try attempt(workload, plan, like: nil) else { return nil }
        let kind = Shrinker.kind(best.violations)
        var size = max(best.workload.inputs.count, best.plan.faults.count, best.plan.detours.count)
        while size >= 1 {
            best = try pass(best, kind, leavingOut: size)
            if size == 1 { break }
            size /= 2
        }
        return best
    }

    /// Leaves out each stretch of a size once.
    private func pass(_ start: Case, _ kind: String, leavingOut size: Int) throws -> Case {
        var best = start
        func shrink<T>(_ path: WritableKeyPath<Case, [T]>) throws {
            var position = 0
            while position < best[keyPath: path].count, Date() < deadline {
                var smaller = best
                let end = min(position + size, smaller[keyPath: path].count)
                smaller[keyPath: path].removeSubrange(position..<end)
                if let found = try attempt(smaller.workload, smaller.plan, like: kind) {
                    best = found
                } else {
                    position = end
                }
            }
        }
        try shrink(\.plan.faults)
        try shrink(\.plan.detours)
        try shrink(\.workload.inputs)
        return best
    }

    /// Plays a case and its reference; nil when it does not fail in the way that is looked for.
    private func attempt(_ workload: Workload, _ plan: FaultPlan, like kind: String?) throws -> Case? {
        let reference = try run.play(workload.inTime, FaultPlan(isCalm: true), seed: seed / Campaign.seedsAWorkload)
        let result = try run.play(workload, plan, seed: seed)
        var violations = result.violations
        if violations.isEmpty {
            violations = Observations.differences(result.observations, reference.observations)
        }
        // A violation without any fault is one of the workload alone.
        if violations.isEmpty, !reference.violations.isEmpty {
            let calm = FaultPlan(isCalm: true)
            violations = reference.violations
            if kind == nil || kind == Shrinker.kind(violations) {
                return Case(workload: workload, plan: calm, result: reference, violations: violations)
            }
        }
        guard !violations.isEmpty, kind == nil || kind == Shrinker.kind(violations) else { return nil }
        return Case(workload: workload, plan: plan, result: result, violations: violations)
    }

    /// What kind of violation it is: its first words.
    private static func kind(_ violations: [String]) -> String {
        violations.first.map { String($0.prefix { $0 != ":" && !$0.isNumber }) } ?? ""
    }
}
