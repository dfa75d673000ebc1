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
            guard let point = (happens(60, &chance) ? Point.path : Point.all).randomElement(using: &chance),
                let action = Fault.actions(at: point).randomElement(using: &chance)
            else { continue }
            add(point, upTo: 30, action, &chance)
        }
        // Some things show only here and seldom come to pass, so they are tried more often than their turn.
        if happens(25, &chance) {
            add(Point(.inbox, .before), upTo: 12, Bool.random(using: &chance) ? .poisonOnce : .poisonAlways, &chance)
        }
        for point in Point.seldom where happens(20, &chance) {
            guard let action = Fault.actions(at: point).randomElement(using: &chance) else { continue }
            add(point, upTo: 3, action, &chance)
        }
        for _ in 0..<Int.random(in: 0...12, using: &chance) {
            let fates: [MessageFate] = [.twice, .late, .outOfOrder]
            detours.append(
                Detour(
                    occurrence: FaultPlan.number(upTo: 200, &chance),
                    fate: fates.randomElement(using: &chance) ?? .twice))
        }
    }

    private mutating func add(
        _ point: Point, upTo limit: Int, _ action: Fault.Action, _ chance: inout SeededGenerator
    ) {
        let service = ServiceName.allCases.randomElement(using: &chance) ?? .onboarding
        let occurrence = FaultPlan.number(upTo: limit, &chance)
        faults.append(Fault(service: service, point: point, occurrence: occurrence, action: action))
    }

    private func happens(_ percent: Int, _ chance: inout SeededGenerator) -> Bool {
        Int.random(in: 0..<100, using: &chance) < percent
    }

    /// Small numbers more often than great ones.
    private static func number(upTo limit: Int, _ chance: inout SeededGenerator) -> Int {
        Int.random(in: 1...Int.random(in: 1...limit, using: &chance), using: &chance)
    }
}
