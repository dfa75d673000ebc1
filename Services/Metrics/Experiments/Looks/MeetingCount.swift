import Contracts
import Programmes
import Statistics

/// How many units had met each variant by a day, and whether the variants filled as meant (EXP-09).
struct MeetingCount: Sendable {
    private let plan: ExperimentPlan
    private let days: [(day: Day, variant: Int)]
    private var next = 0
    private(set) var met: [Int]
    private var reading: SampleRatioReading

    init(_ plan: ExperimentPlan, _ meetings: [Meeting]) {
        self.plan = plan
        met = plan.variants.map { _ in 0 }
        reading = .none(plan)
        guard plan.unit == .client else {
            days = meetings.map { ($0.since.day, $0.variant) }.sorted { $0 < $1 }
            return
        }
        // A client counts once, on the day when the first of its workers met the variant.
        var first: [String: (day: Day, variant: Int)] = [:]
        for meeting in meetings {
            guard let client = meeting.client else { continue }
            let here = (day: meeting.since.day, variant: meeting.variant)
            first[client] = first[client].map { $0 < here ? $0 : here } ?? here
        }
        days = first.values.sorted { $0 < $1 }
    }

    /// Moves on to a day, and tests the ratio where somebody met a variant since.
    mutating func advance(to day: Day) -> SampleRatioReading {
        let before = next
        while next < days.count, days[next].day <= day {
            met[days[next].variant] += 1
            next += 1
        }
        if next > before { reading = SampleRatioReading(plan, met) }
        return reading
    }
}

extension SampleRatioReading {
    /// Tests counts against the declared weights.
    init(_ plan: ExperimentPlan, _ observed: [Int]) {
        let test = try? SampleRatioMismatch.evaluate(
            .init(
                observed: observed.map(Double.init), weights: plan.variants.map { Double($0.weight) },
                threshold: SampleRatioReading.threshold))
        self.init(
            variants: plan.variants.map(\.id), observed: observed, weights: plan.variants.map(\.weight),
            chiSquare: test?.chiSquare, p: test?.p, threshold: SampleRatioReading.threshold,
            isMismatch: test?.mismatch ?? false)
    }
}
