import Contracts
import Programmes

/// What the people of the season say when something happens, given what the suite has decided by then.
///
/// Whatever is drawn comes from the worker's own seed and the act, so that it does not depend on who acts before.
struct SeasonDesk: Sendable {
    let programme: String
    let pathway: Pathway
    let offering: Offering
    let texts: SeasonTexts
    /// The workers by their contractor's id.
    private(set) var workers: [Identifier: SeasonWorker] = [:]
    /// Contractors who hold a valid credential.
    var holders: Set<Identifier> = []
    /// Contractors whose credential can be renewed.
    var renewable: Set<Identifier> = []
    /// The tokens of the sign-up links, by contractor.
    var links: [Identifier: String] = [:]
    /// Contractors whose attempt waits for a live review.
    var referred: Set<Identifier> = []
    /// Grants that can be claimed, with what is left of them in minor units.
    var grants: [Identifier: (plan: String, left: Money)] = [:]
    /// Stipends and premiums that are owed and not paid.
    var owed: [(contractor: Identifier, reward: Identifier, amount: Money)] = []
    /// Contractors to whom a case study is offered.
    var stories: Set<Identifier> = []

    init(_ season: Season) {
        programme = season.programme
        pathway = season.pathway
        offering = season.offering
        texts = season.texts
        meet(season.workers)
    }

    /// Gets to know workers.
    mutating func meet(_ some: some Sequence<SeasonWorker>) {
        for worker in some { workers[worker.contractor] = worker }
    }

    /// What is said.
    func sayings(for act: Act, at now: Timestamp) -> [Saying] {
        switch act {
        case .say(let saying): [saying]
        case .signUp(let worker): signUp(worker, now)
        case .learn(let worker, let unit): learn(worker, unit, now)
        case .attempt(let worker, let number): attempt(worker, number, now)
        case .review(let worker, let number): review(worker, number, now)
        case .talk(let worker, let number): talk(worker, number, now)
        case .renew(let worker): renew(worker, now)
        case .week(let worker, let engagement, let week): self.week(worker, engagement, week, now)
        case .rate(let worker, let engagement): rate(worker, engagement, now)
        case .release(let worker): release(worker, now)
        case .claim(let worker): claim(worker, now)
        case .decide(let worker): decide(worker, now)
        case .pay: pay(now)
        case .look: []
        }
    }

    func chance(_ worker: SeasonWorker, _ act: String) -> SeededGenerator {
        SeededGenerator(seed: act.utf8.reduce(worker.seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
    }

    private func signUp(_ worker: SeasonWorker, _ now: Timestamp) -> [Saying] {
        guard let link = links[worker.contractor] else { return [] }
        return [
            Saying(
                .signUpRecorded, from: SeasonWorker.source, id: "\(worker.id)-sign-up",
                SignUpRecorded(
                    id: "\(worker.id)-sign-up", revision: 1, eventTime: now, person: worker.person, link: link,
                    channel: "web", language: worker.language, optInText: texts.optIn,
                    termsText: texts.terms,
                    independentStatusText: texts.independentStatus, independentStatus: true))
        ]
    }

    private func learn(_ worker: SeasonWorker, _ unit: Int, _ now: Timestamp) -> [Saying] {
        let object = "\(programme)/\(pathway.id)/\(pathway.units[unit].id)"
        let id = "\(worker.id)-unit-\(pathway.units[unit].id)"
        return [
            Saying(
                .learningRecorded, from: SeasonWorker.source, id: id,
                LearningRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person,
                    statement:
                        #"{"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"\#(object)"}}"#,
                    verb: "http://adlnet.gov/expapi/verbs/completed", object: object))
        ]
    }

    private func attempt(_ worker: SeasonWorker, _ number: Int, _ now: Timestamp) -> [Saying] {
        guard links[worker.contractor] != nil, !holders.contains(worker.contractor), let assessment = pathway.assessment
        else { return [] }
        var chance = chance(worker, "attempt \(number)")
        let attempt = Attempt(worker: worker, id: SeasonDesk.attempt(worker, number), isRenewal: false)
        return quiz(attempt, assessment, number, now, &chance) + task(attempt, now)
    }

    private func renew(_ worker: SeasonWorker, _ now: Timestamp) -> [Saying] {
        guard renewable.contains(worker.contractor), let assessment = pathway.assessment else { return [] }
        var chance = chance(worker, "renewal")
        let attempt = Attempt(worker: worker, id: "ATT-\(worker.number)-renewal", isRenewal: true)
        return assessment.renewal.flatMap { layer in
            switch layer {
            case .quiz: quiz(attempt, assessment, 3, now, &chance)
            case .practical: task(attempt, now)
            }
        }
    }

    private struct Attempt {
        let worker: SeasonWorker
        let id: String
        let isRenewal: Bool
    }

    private func quiz(
        _ attempt: Attempt, _ assessment: PathwayAssessment, _ number: Int, _ now: Timestamp,
        _ chance: inout SeededGenerator
    ) -> [Saying] {
        guard let quiz = assessment.quiz else { return [] }
        var answers: [String: String] = [:]
        let knows = min(970, attempt.worker.skill + 180 + number * 60)
        for item in quiz.items {
            let isRight = Int.random(in: 1...1000, using: &chance) <= knows
            let options = item.options.filter { $0.isCorrect == isRight }
            answers[item.id] = options[Int.random(in: 0..<options.count, using: &chance)].id
        }
        // Now and then somebody takes longer than the time there is.
        let isLate = Int.random(in: 1...40, using: &chance) == 1
        return [
            act(attempt, .started, .quiz, 0, now),
            act(attempt, .submitted, .quiz, Int64(isLate ? quiz.minutes + 5 : quiz.minutes - 1), now, answers),
        ]
    }

    private func task(_ attempt: Attempt, _ now: Timestamp) -> [Saying] {
        [act(attempt, .started, .practical, 50, now), act(attempt, .submitted, .practical, 70, now)]
    }

    /// An act of an attempt that began two hours ago, so many minutes after its beginning.
    private func act(
        _ attempt: Attempt, _ action: AttemptAction, _ layer: AssessmentLayer, _ minutes: Int64, _ now: Timestamp,
        _ answers: [String: String] = [:]
    ) -> Saying {
        let record = "\(attempt.id)-\(layer.rawValue)-\(action.rawValue)"
        let isWork = layer == .practical && action == .submitted
        return Saying(
            .attemptRecorded, from: SeasonWorker.source, id: record,
            AttemptRecorded(
                id: record, revision: 1, eventTime: now.adding(seconds: (minutes - 120) * 60),
                person: attempt.worker.person, programme: programme, offering: offering.id, attempt: attempt.id,
                action: action, layer: layer, answers: answers, submission: isWork ? "\(attempt.id).mp4" : nil,
                submissionHash: isWork ? SeasonDesk.hash : nil, isRenewal: attempt.isRenewal))
    }

    private func review(_ worker: SeasonWorker, _ number: Int, _ now: Timestamp) -> [Saying] {
        guard links[worker.contractor] != nil, !holders.contains(worker.contractor),
            let rubric = pathway.assessment?.practical.rubric
        else { return [] }
        var chance = chance(worker, "review \(number)")
        var levels: [String: String] = [:]
        var comments: [String: String] = [:]
        for criterion in rubric.criteria {
            let shown = worker.skill + number * 90 + Int.random(in: -150...250, using: &chance)
            let place = max(0, min(criterion.levels.count - 1, shown * criterion.levels.count / 1000))
            levels[criterion.id] = criterion.levels[place].id
            comments[criterion.id] = "Synthetic comment on \(criterion.id)."
        }
        let id = "\(SeasonDesk.attempt(worker, number))-review"
        return [
            Saying(
                .reviewRecorded, from: SeasonWorker.source, id: id,
                ReviewRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person, programme: programme,
                    offering: offering.id, attempt: SeasonDesk.attempt(worker, number), layer: .practical,
                    reviewer: "REV-\(worker.store)", rubricVersion: rubric.version, levels: levels, comments: comments,
                    minutes: 10))
        ]
    }

    private func talk(_ worker: SeasonWorker, _ number: Int, _ now: Timestamp) -> [Saying] {
        guard referred.contains(worker.contractor) else { return [] }
        var chance = chance(worker, "talk \(number)")
        let id = "\(SeasonDesk.attempt(worker, number))-talk"
        return [
            Saying(
                .reviewRecorded, from: SeasonWorker.source, id: id,
                ReviewRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person, programme: programme,
                    offering: offering.id, attempt: SeasonDesk.attempt(worker, number), layer: .review,
                    reviewer: "REV-\(worker.store)",
                    decision: Int.random(in: 0...999, using: &chance) < worker.skill ? .pass : .fail, minutes: 15))
        ]
    }

    private static func attempt(_ worker: SeasonWorker, _ number: Int) -> String { "ATT-\(worker.number)-\(number)" }

    /// The SHA-256 of nothing: the submitted work of synthetic people is empty.
    static let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}
