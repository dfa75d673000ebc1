import Contracts
import Messaging
import Programmes

/// An attempt as its facts tell it, in the order of their event times.
struct Attempt: Sendable {
    let id: Identifier
    let source: String
    let name: String
    /// Whose it is, as the source knows them.
    let contractor: Identifier
    let isRenewal: Bool
    let startedAt: Timestamp?
    let drawn: [DrawnItem]
    let quiz: Sitting?
    let practical: Sitting?
    /// The review that counts: the last one that has a level for every criterion, or else the last one.
    let rubricScore: RubricScore?
    let scores: LayerScores
    let outcome: LayeredOutcome
    /// Why it does not count; nil when it may.
    var refusal: AttemptRefusal?

    /// When its last layer was handed in.
    var submittedAt: Timestamp? { submissions.max() }

    /// When its layers were handed in.
    var submissions: [Timestamp] { [quiz?.submittedAt, practical?.submittedAt].compactMap { $0 } }

    /// What an attempt's facts come to under a frame.
    ///
    /// - Parameters:
    ///   - facts: all of this attempt, in order; at least one.
    ///   - members: everybody who is the worker, none of whom may review (ASM-11).
    init(_ first: AttemptFact, _ facts: [AttemptFact], _ frame: AssessmentFrame?, members: Set<Identifier>) {
        id = first.attempt
        source = first.source
        name = first.name
        contractor = first.contractor
        let head = AttemptHead(facts)
        isRenewal = head.isRenewal
        startedAt = head.startedAt
        let acts = facts.compactMap(\.act)
        let reviews = facts.compactMap { fact -> (record: Identifier, review: ReviewRecorded)? in
            guard case .review(let review) = fact.content,
                !members.contains(.contractor(source: fact.source, workerId: review.reviewer))
            else { return nil }
            return (fact.key.record, review)
        }
        guard let frame else {
            (drawn, quiz, practical, rubricScore) = ([], nil, nil, nil)
            scores = LayerScores()
            outcome = LayeredOutcome(verdict: nil, score: .zero)
            return
        }
        func sitting(_ layer: AssessmentLayer, _ minutes: Int?) -> Sitting? {
            Sitting.fold(acts.filter { $0.layer == layer }, minutes: minutes, until: frame.until)
        }
        drawn = frame.quiz.map { Draw.items($0, seed: Draw.seed(of: first.attempt)) } ?? []
        quiz = frame.quiz.flatMap { sitting(.quiz, $0.minutes) }
        practical = frame.practical.flatMap { sitting(.practical, $0.isTimed ? $0.minutes : nil) }
        let rubricScores = frame.practical.map { layer in
            reviews.filter { $0.review.layer == .practical }.map {
                RubricScore.of($0.review, record: $0.record, rubrics: frame.rubrics, own: layer.rubric)
            }
        }
        rubricScore = rubricScores?.last { $0.percent != nil } ?? rubricScores?.last
        scores = LayerScores(
            quiz: Attempt.quizScore(quiz, drawn, frame.quiz), practical: Attempt.percent(practical, rubricScore),
            review: reviews.last { $0.review.layer == .review }?.review.decision)
        outcome = LayeredOutcome.decide(scores, frame)
    }

    private static func quizScore(_ sitting: Sitting?, _ drawn: [DrawnItem], _ layer: QuizLayer?) -> QuizScore? {
        guard let sitting, let layer, sitting.submittedAt != nil else { return nil }
        return QuizScore.of(sitting.answers, drawn, layer)
    }

    /// A task of which nothing was there in time is worth nothing, and needs nobody to score it.
    private static func percent(_ sitting: Sitting?, _ score: RubricScore?) -> Decimal6? {
        guard let sitting, sitting.submittedAt != nil else { return nil }
        return sitting.isLate && sitting.submission == nil ? .zero : score?.percent
    }
}

/// What has to be known of an attempt before its rules can be chosen.
struct AttemptHead: Hashable, Sendable {
    let startedAt: Timestamp?
    let isRenewal: Bool

    init(_ facts: [AttemptFact]) {
        let acts = facts.compactMap(\.act)
        let start = acts.first { $0.action == .started }
        startedAt = start?.eventTime
        isRenewal = (start ?? acts.first)?.isRenewal ?? false
    }
}

extension AttemptFact {
    /// The act, where it is one.
    var act: AttemptRecorded? {
        guard case .act(let act) = content else { return nil }
        return act
    }
}
