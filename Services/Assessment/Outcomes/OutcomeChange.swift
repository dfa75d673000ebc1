import Contracts

/// Decides what has to be said about an outcome, between what was announced and what the facts say now.
///
/// Announced are whether the person passed, when and by which enrolment; a first outcome when it passes, and every
/// difference after that. The score rides along as it is at that moment, the total of all results known; it is no cause
/// for an announcement of its own, since nothing follows from a higher score. Where Guildhall assesses itself, every
/// verdict is announced, with its score and attempt: a fail and a referral are decisions too.
enum OutcomeChange {
    /// The state to announce, or nil when there is nothing new in it.
    static func decide(announced: OutcomeState?, now standing: Standing?, course: Course) -> OutcomeState? {
        let sequence = (announced?.sequence ?? 0) + 1
        guard let standing else { return announced.flatMap { withdrawn($0, score: .zero, sequence) } }
        if standing.layers != nil { return layered(announced, standing, course, sequence) }
        guard standing.outcome.passed else {
            return announced.flatMap { withdrawn($0, score: standing.outcome.score, sequence) }
        }
        let state = standing.state(of: course, sequence: sequence)
        guard let announced else { return state }
        let isSame =
            announced.passed && announced.awardedAt == state.awardedAt && announced.enrolment == state.enrolment
        return isSame ? nil : state
    }

    private static func layered(
        _ announced: OutcomeState?, _ standing: Standing, _ course: Course, _ sequence: Int64
    ) -> OutcomeState? {
        guard standing.layers?.counted != nil else {
            return announced.flatMap { withdrawn($0, score: .zero, sequence) }
        }
        guard let announced else { return standing.state(of: course, sequence: sequence) }
        if standing.state(of: course, sequence: announced.sequence) == announced { return nil }
        return standing.state(of: course, sequence: sequence)
    }

    private static func withdrawn(_ announced: OutcomeState, score: Decimal6, _ sequence: Int64) -> OutcomeState? {
        guard announced.passed || announced.verdict != nil else { return nil }
        var state = announced
        state.passed = false
        state.score = score
        state.awardedAt = nil
        state.verdict = nil
        state.attempt = nil
        state.rubricVersion = nil
        state.sequence = sequence
        return state
    }
}
