import Contracts
import Programmes

/// All attempts of a person under one frame: which may count, which one does, and since when it passes (ASM-24).
struct AttemptSeries: Sendable {
    /// By their start.
    let attempts: [Attempt]
    /// The attempt that decides; nil before there is a verdict.
    let counted: Attempt?
    /// The event time of the fact since which the verdict is a pass without interruption.
    let awardedAt: Timestamp?

    /// What the facts come to.
    ///
    /// The award is found by weighing again what was known of the world at each handing in and review, so that it
    /// depends on no order of arrival.
    static func decide(
        _ facts: [AttemptFact], _ frame: AssessmentFrame?, members: Set<Identifier>
    ) -> AttemptSeries {
        let attempts = fold(facts, frame, members)
        guard let frame, let counted = count(attempts, frame.rule.counting) else {
            return AttemptSeries(attempts: attempts, counted: nil, awardedAt: nil)
        }
        var awardedAt: Timestamp?
        if counted.outcome.verdict == .pass {
            let times = Set(facts.filter(\.isDecisive).map(\.eventTime)).sorted()
            for time in times.reversed() {
                let then = fold(facts.filter { $0.eventTime <= time }, frame, members)
                guard count(then, frame.rule.counting)?.outcome.verdict == .pass else { break }
                awardedAt = time
            }
        }
        return AttemptSeries(attempts: attempts, counted: counted, awardedAt: awardedAt)
    }

    /// The facts by attempt, each attempt's in order.
    static func groups(_ facts: [AttemptFact]) -> [Identifier: [AttemptFact]] {
        Dictionary(grouping: facts, by: \.attempt)
    }

    private static func fold(
        _ facts: [AttemptFact], _ frame: AssessmentFrame?, _ members: Set<Identifier>
    ) -> [Attempt] {
        let attempts = groups(facts).values
            .compactMap { facts in facts.first.map { Attempt($0, facts, frame, members: members) } }
            .sorted { ($0.startedAt ?? .distantFuture, $0.id) < ($1.startedAt ?? .distantFuture, $1.id) }
        guard let frame else {
            return attempts.map { attempt in
                var attempt = attempt
                attempt.refusal = attempt.isRenewal ? .renewalNotOpen : .notEnrolled
                return attempt
            }
        }
        return admitted(attempts, frame)
    }

    /// Refuses the attempts that the rule does not allow; they use up nothing.
    private static func admitted(_ attempts: [Attempt], _ frame: AssessmentFrame) -> [Attempt] {
        var used = 0
        var submissions: [Timestamp] = []
        return attempts.map { attempt in
            var attempt = attempt
            attempt.refusal = refusal(attempt.startedAt, used, submissions, frame)
            if attempt.refusal == nil {
                used += 1
                submissions += attempt.submissions
            }
            return attempt
        }
    }

    private static func refusal(
        _ startedAt: Timestamp?, _ used: Int, _ submissions: [Timestamp], _ frame: AssessmentFrame
    ) -> AttemptRefusal? {
        guard let startedAt else { return .notStarted }
        if startedAt < frame.from || startedAt >= frame.until { return frame.closed }
        if used >= frame.rule.most { return .tooManyAttempts }
        let wait = 3600 * Int64(frame.rule.waitHours)
        if let last = submissions.filter({ $0 <= startedAt }).max(), startedAt < last.adding(seconds: wait) {
            return .waitingTime
        }
        return nil
    }

    /// The attempt that counts.
    ///
    /// Of the best, a pass comes before what waits for a review, and that before a fail; then
    /// the higher score, then the earlier start.
    private static func count(_ attempts: [Attempt], _ counting: AttemptCounting) -> Attempt? {
        let admitted = attempts.filter { $0.refusal == nil }
        switch counting {
        case .first:
            return admitted.first.flatMap { $0.outcome.verdict == nil ? nil : $0 }
        case .best:
            return admitted.filter { $0.outcome.verdict != nil }.reduce(nil) { best, attempt in
                guard let best else { return attempt }
                return attempt.outcome.isBetter(than: best.outcome) ? attempt : best
            }
        case .last:
            return admitted.filter { $0.outcome.verdict != nil }.reduce(nil) { last, attempt in
                guard let last else { return attempt }
                return attempt.submittedAt ?? .distantPast >= last.submittedAt ?? .distantPast ? attempt : last
            }
        }
    }
}

extension AttemptFact {
    /// Whether a verdict can follow from it.
    var isDecisive: Bool {
        switch content {
        case .act(let act): act.action == .submitted
        case .review: true
        }
    }
}

extension LayeredOutcome {
    private var rank: Int {
        switch verdict {
        case .pass: 3
        case .refer: 2
        case .fail: 1
        case nil: 0
        }
    }

    func isBetter(than other: LayeredOutcome) -> Bool {
        (rank, score) > (other.rank, other.score)
    }
}

extension Timestamp {
    static let distantPast = Timestamp(microseconds: .min)
    static let distantFuture = Timestamp(microseconds: .max)
}
