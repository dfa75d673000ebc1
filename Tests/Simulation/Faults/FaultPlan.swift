import Contracts

/// Everything that goes wrong in a run.
struct FaultPlan {
    var faults: [Fault] = []
    var detours: [Detour] = []

    /// Whether nothing goes wrong at any time.
    let isCalm: Bool

    /// Nothing goes wrong, at least not any more.
    init(isCalm: Bool = false) {
        self.isCalm = isCalm
    }

    init(faults: [Fault], detours: [Detour]) {
        isCalm = faults.isEmpty && detours.isEmpty
        self.faults = faults
        self.detours = detours
    }

    /// A plan of a seed: mostly a handful of faults, sometimes a storm.
    init(seed: UInt64) {
        isCalm = false
        var chance = SeededGenerator(seed: seed)
        let count = Int.random(in: 0..<8, using: &chance) == 0 ? 24 : Int.random(in: 1...6, using: &chance)
        for _ in 0..<count {
            let service = ServiceName.allCases.randomElement(using: &chance) ?? .onboarding
            guard let point = (happens(60, &chance) ? Point.path : Point.all).randomElement(using: &chance),
                let action = Fault.actions(at: point).randomElement(using: &chance)
            else { continue }
            faults.append(
                Fault(
                    service: service, point: point, occurrence: FaultPlan.number(upTo: 30, &chance), action: action))
        }
        for _ in 0..<Int.random(in: 0...12, using: &chance) {
            let fates: [MessageFate] = [.twice, .late, .outOfOrder]
            detours.append(
                Detour(
                    occurrence: FaultPlan.number(upTo: 200, &chance),
                    fate: fates.randomElement(using: &chance) ?? .twice))
        }
    }

    private func happens(_ percent: Int, _ chance: inout SeededGenerator) -> Bool {
        Int.random(in: 0..<100, using: &chance) < percent
    }

    /// Small numbers more often than great ones.
    private static func number(upTo limit: Int, _ chance: inout SeededGenerator) -> Int {
        Int.random(in: 1...Int.random(in: 1...limit, using: &chance), using: &chance)
    }
}
