import Contracts
import Programmes

@testable import AssessmentService

/// A synthetic programme that Guildhall delivers and assesses itself, with its records.
enum Retail {
    static let id = "retail"
    static let offering = "till-2025"

    /// A quiz of which four of eight items are drawn.
    static let quiz = QuizLayer(
        items: (1...8).map { number in
            QuizItem(
                id: "i\(number)", prompt: "Which?",
                options: ["p", "q", "r", "s"].map { QuizOption(id: $0, text: $0, isCorrect: $0 == "r") })
        },
        draw: 4, minutes: 10, passMark: Decimal6(50), weight: Decimal6(40))

    static func rubric(_ version: String = "1", top: Int64 = 4) -> Rubric {
        func level(_ id: String, _ points: Int64) -> RubricLevel {
            RubricLevel(id: id, title: id, behaviour: id, points: Decimal6(points))
        }
        return Rubric(
            version: version,
            criteria: [
                RubricCriterion(
                    id: "a", title: "a", weight: Decimal6(1),
                    levels: [level("low", 0), level("mid", 1), level("top", 2)]),
                RubricCriterion(
                    id: "b", title: "b", weight: Decimal6(3), levels: [level("low", 0), level("top", top)]),
            ])
    }

    static func practical(_ rubric: Rubric = rubric(), isBillable: Bool = false) -> PracticalLayer {
        PracticalLayer(
            task: "Book three returns", deliverable: "A closed till", minutes: 30, isTimed: true, rubric: rubric,
            weight: Decimal6(60), stipend: Money(minorUnits: 2000, currency: "USD"), isBillable: isBillable)
    }

    static let band = ReviewLayer(from: Decimal6(60), to: Decimal6(75), minutes: 15)

    static func assessment(
        practical: PracticalLayer = practical(), review: ReviewLayer? = band, _ rule: AttemptRule = AttemptRule(),
        renewal: [RenewalLayer] = [.quiz]
    ) -> PathwayAssessment {
        PathwayAssessment(quiz: quiz, practical: practical, review: review, attempts: rule, renewal: renewal)
    }

    static func programme(
        _ version: Int64 = 1, _ assessment: PathwayAssessment? = assessment(), delivery: Delivery = .guildhall,
        starts: Int32 = 100
    ) -> PublishedProgramme {
        PublishedProgramme(
            definition: ProgrammeDefinition(
                id: id, title: id, delivery: delivery, participation: .voluntary,
                pathways: [
                    Pathway(
                        id: "till", title: "till", role: "till", passMark: Decimal6(70),
                        credential: CredentialDefinition(
                            name: "till", description: "till", criteria: "till", renewalPath: RenewalPath()),
                        offerings: [Offering(id: offering, starts: Day(number: starts), days: 60, coursework: [])],
                        units: ["u1", "u2"].map {
                            LearningUnit(id: $0, title: $0, minutes: 10, competency: "c", success: "s")
                        },
                        assessment: assessment)
                ],
                rewards: Rewards()),
            version: version, publishedAt: Fixtures.day(1))
    }

    static func catalogue(_ assessment: PathwayAssessment? = assessment()) -> ProgrammeCatalogue {
        ProgrammeCatalogue([programme(1, assessment)])
    }

    static func time(_ day: Int32, _ minutes: Int64 = 0) -> Timestamp {
        Fixtures.day(day).adding(seconds: 60 * minutes)
    }

    static func enrolment(
        _ worker: String = "W1", _ status: EnrolmentStatus = .open, at day: Int32 = 90, version: Int64 = 1,
        sequence: Int64 = 1, left: Int32? = nil
    ) -> EnrolmentState {
        EnrolmentState(
            enrolment: .derived("enrolment", worker, offering), contractor: Fixtures.contractor(worker), programme: id,
            programmeVersion: version, pathway: "till", offering: offering, status: status,
            optedInAt: Fixtures.day(day), sequence: sequence, withdrawnAt: left.map { Fixtures.day($0) })
    }

    static func attempt(_ name: String = "A1", worker: String = "W1") -> Identifier {
        AttemptFact.attempt(
            source: Fixtures.source, worker: worker, programme: id, offering: offering, name: name)
    }

    static func course(_ worker: String = "W1") -> Course {
        Course(contractor: Fixtures.contractor(worker), programme: id, offering: offering)
    }

    /// Answers to what an attempt drew, so many of them right.
    static func answers(right: Int, _ name: String = "A1", worker: String = "W1") -> [String: String] {
        let drawn = Draw.items(quiz, seed: Draw.seed(of: attempt(name, worker: worker)))
        return Dictionary(
            uniqueKeysWithValues: drawn.enumerated().map { ($0.element.item, $0.offset < right ? "r" : "s") })
    }

    static func act(
        _ id: String, _ action: AttemptAction, _ layer: AssessmentLayer, at time: Timestamp, _ name: String = "A1",
        worker: String = "W1", revision: Int64 = 0, answers: [String: String] = [:], submission: String? = nil,
        timeFactor: Decimal6? = nil, engagement: String? = nil, isRenewal: Bool = false
    ) -> AttemptRecorded {
        AttemptRecorded(
            id: id, revision: revision, eventTime: time, person: Person(workerId: worker), programme: Retail.id,
            offering: offering, attempt: name, action: action, layer: layer, answers: answers, submission: submission,
            timeFactor: timeFactor, engagement: engagement, isRenewal: isRenewal)
    }

    static func review(
        _ id: String, at time: Timestamp, _ levels: [String: String] = ["a": "top", "b": "top"], _ name: String = "A1",
        worker: String = "W1", layer: AssessmentLayer = .practical, reviewer: String = "REV",
        rubric: String? = nil, decision: ReviewDecision? = nil, revision: Int64 = 0
    ) -> ReviewRecorded {
        ReviewRecorded(
            id: id, revision: revision, eventTime: time, person: Person(workerId: worker), programme: Retail.id,
            offering: offering, attempt: name, layer: layer, reviewer: reviewer, rubricVersion: rubric,
            levels: layer == .practical ? levels : [:], comments: layer == .practical ? ["a": "Seen."] : [:],
            decision: decision)
    }

    /// A quiz, started at noon of a day and handed in five minutes later.
    static func quizzed(
        on day: Int32, right: Int, _ name: String = "A1", worker: String = "W1", isRenewal: Bool = false
    ) -> [any Payload] {
        [
            act("\(name)qs", .started, .quiz, at: time(day, 720), name, worker: worker, isRenewal: isRenewal),
            act(
                "\(name)qe", .submitted, .quiz, at: time(day, 725), name, worker: worker,
                answers: answers(right: right, name, worker: worker), isRenewal: isRenewal),
        ]
    }

    /// A whole attempt: the quiz at noon, the task an hour later, the review on the next day.
    static func sat(
        on day: Int32, right: Int = 4, _ levels: [String: String] = ["a": "top", "b": "top"], _ name: String = "A1",
        worker: String = "W1", engagement: String? = nil
    ) -> [any Payload] {
        quizzed(on: day, right: right, name, worker: worker) + [
            act("\(name)ps", .started, .practical, at: time(day, 780), name, worker: worker),
            act(
                "\(name)pe", .submitted, .practical, at: time(day, 800), name, worker: worker, submission: "FILE",
                engagement: engagement),
            review("\(name)r", at: time(day + 1), levels, name, worker: worker),
        ]
    }

    /// The levels by which two right answers of four come to 72.5 percent, inside the band.
    static let borderline = ["a": "mid", "b": "top"]

    static func credential(
        _ worker: String = "W1", until day: Int32, renewals: Int64? = nil, status: CredentialStatus = .valid,
        sequence: Int64 = 1
    ) -> CredentialState {
        CredentialState(
            credential: .derived("credential", worker), contractor: Fixtures.contractor(worker), programme: id,
            programmeVersion: 1, pathway: "till", offering: offering, achievement: offering, status: status,
            awardedAt: Fixtures.day(100), validFrom: Fixtures.day(100), validUntil: Fixtures.day(day),
            sequence: sequence, renewals: renewals)
    }
}
