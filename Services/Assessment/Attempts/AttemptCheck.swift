import Contracts
import Messaging
import Programmes

/// Judges at the door whether an act or a review is one of an assessment that there is.
///
/// Only what no later fact can change is refused here: what the programme's published versions do not have. Opting in,
/// attempts used, waiting times and renewals are judged when all facts are weighed, in whatever order they came, and
/// stand with the attempt; see ``AttemptRefusal``.
enum AttemptCheck {
    /// Why an act cannot be taken in; nil when it can.
    static func refusal(_ act: AttemptRecorded, _ catalogue: ProgrammeCatalogue) -> Refusal? {
        switch places(act.programme, act.offering, catalogue) {
        case .failure(let refusal): return refusal
        case .success(let places):
            if act.layer == .quiz, !places.contains(where: { $0.assessment.quiz != nil }) {
                return noLayer(act.layer, act.offering)
            }
            if act.action == .started, !act.isRenewal,
                !places.contains(where: { $0.from <= act.eventTime && act.eventTime < $0.until })
            {
                return Refusal(
                    code: "outside-window", path: "data.eventTime",
                    message: "Offering \(act.offering) is not open for attempts at \(act.eventTime); start within its "
                        + "dates.")
            }
            return act.layer == .quiz ? unknownAnswer(act.answers, places.compactMap(\.assessment.quiz)) : nil
        }
    }

    /// Why a review cannot be taken in; nil when it can.
    static func refusal(_ review: ReviewRecorded, _ catalogue: ProgrammeCatalogue) -> Refusal? {
        switch places(review.programme, review.offering, catalogue) {
        case .failure(let refusal): return refusal
        case .success(let places):
            if review.reviewer == review.person.workerId { return .reviewerIsWorker }
            if review.layer == .review {
                return places.contains { $0.assessment.review != nil } ? nil : noLayer(review.layer, review.offering)
            }
            let rubrics = places.map(\.assessment.practical.rubric)
                .filter { review.rubricVersion == nil || review.rubricVersion == $0.version }
            if rubrics.isEmpty {
                return Refusal(
                    code: "unknown-rubric", path: "data.rubricVersion",
                    message: "No version of programme \(review.programme) has rubric version "
                        + "\(review.rubricVersion ?? ""); name the one that was used.")
            }
            let problems = rubrics.map { unknownLevel(review, $0) }
            return problems.contains(nil) ? nil : problems.last ?? nil
        }
    }

    private struct Place {
        let assessment: PathwayAssessment
        let from: Timestamp
        let until: Timestamp
    }

    /// The assessments of an offering in every version of its programme.
    private static func places(
        _ id: String, _ offering: String, _ catalogue: ProgrammeCatalogue
    ) -> Result<[Place], Refusal> {
        let versions = catalogue.versions(of: id)
        guard let latest = versions.last else {
            return .failure(
                Refusal(
                    code: "unknown-programme", path: "data.programme",
                    message: "No programme \(id) is published; publish it, or correct the id."))
        }
        let found = versions.compactMap { version in version.offering(offering).map { (version, $0) } }
        if found.isEmpty {
            return .failure(
                Refusal(
                    code: "unknown-offering", path: "data.offering",
                    message: "Programme \(id), version \(latest.version), has no offering \(offering); correct the id, "
                        + "or publish a version that has it."))
        }
        let places = found.compactMap { version, place -> Place? in
            guard let assessment = version.assessment(of: place.pathway) else { return nil }
            return Place(
                assessment: assessment, from: Timestamp(place.offering.starts), until: place.offering.closes)
        }
        if places.isEmpty {
            return .failure(
                Refusal(
                    code: "not-assessed-here", path: "data.offering",
                    message: "Offering \(offering) of programme \(id) is assessed elsewhere; send its results as "
                        + "assessment-result.recorded."))
        }
        return .success(places)
    }

    private static func noLayer(_ layer: AssessmentLayer, _ offering: String) -> Refusal {
        Refusal(
            code: "no-such-layer", path: "data.layer",
            message: "The assessment of offering \(offering) has no layer \(layer.rawValue); correct the layer, or "
                + "publish a version that has it.")
    }

    private static func unknownAnswer(_ answers: [String: String], _ quizzes: [QuizLayer]) -> Refusal? {
        for (item, option) in answers.sorted(by: { $0.key < $1.key }) {
            let items = quizzes.flatMap(\.items).filter { $0.id == item }
            if items.isEmpty {
                return Refusal(
                    code: "unknown-item", path: "data.answers.\(item)",
                    message: "The quiz has no item \(item); answer the items that were drawn.")
            }
            if !items.contains(where: { $0.options.contains { $0.id == option } }) {
                return Refusal(
                    code: "unknown-option", path: "data.answers.\(item)",
                    message: "Item \(item) has no option \(option); answer with the id of one of its options.")
            }
        }
        return nil
    }

    private static func unknownLevel(_ review: ReviewRecorded, _ rubric: Rubric) -> Refusal? {
        for (criterion, level) in review.levels.sorted(by: { $0.key < $1.key }) {
            guard let known = rubric.criteria.first(where: { $0.id == criterion }) else {
                return Refusal(
                    code: "unknown-criterion", path: "data.levels.\(criterion)",
                    message: "Rubric version \(rubric.version) has no criterion \(criterion); score the criteria that "
                        + "it has.")
            }
            if !known.levels.contains(where: { $0.id == level }) {
                return Refusal(
                    code: "unknown-level", path: "data.levels.\(criterion)",
                    message: "Criterion \(criterion) of rubric version \(rubric.version) has no level \(level); name "
                        + "one that it has.")
            }
        }
        return nil
    }
}

extension Refusal {
    static let reviewerIsWorker = Refusal(
        code: "reviewer-is-worker", path: "data.reviewer",
        message: "Nobody reviews their own work; let somebody else review it.")
}
