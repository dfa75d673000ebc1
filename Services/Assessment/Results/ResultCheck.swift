import Contracts
import Messaging
import Programmes

/// Judges whether a result is one of an assessment that there is.
enum ResultCheck {
    /// Why the result cannot be taken in; nil when it can.
    ///
    /// - Parameter versions: of the programme, in which its offering may stand: the latest one, and those under which
    ///   the contractor is enrolled, since an enrolment keeps its version.
    static func refusal(_ record: AssessmentResultRecorded, _ versions: [PublishedProgramme]) -> Refusal? {
        guard let latest = versions.first else {
            return Refusal(
                code: "unknown-programme", path: "data.programme",
                message: "No programme \(record.programme) is published; publish it, or correct the id.")
        }
        let offerings = versions.compactMap { $0.offering(record.offering)?.offering }
        if offerings.isEmpty {
            return Refusal(
                code: "unknown-offering", path: "data.offering",
                message: "Programme \(record.programme), version \(latest.version), has no offering "
                    + "\(record.offering); correct the id, or publish a version that has it.")
        }
        guard offerings.contains(where: { $0.assessment(record.assessment) != nil }) else {
            return Refusal(
                code: "unknown-assessment", path: "data.assessment",
                message: "Offering \(record.offering) of programme \(record.programme), version \(latest.version), has "
                    + "no assessment \(record.assessment); correct the id, or publish a version that has it.")
        }
        guard record.scale.minimum < record.scale.maximum else {
            return Refusal(
                code: "empty-scale", path: "data.scale.maximum",
                message: "The scale's maximum has to be greater than its minimum; correct the scale.")
        }
        guard Percent.of(record.score, on: record.scale) != nil else {
            return .scoreOutOfRange
        }
        return nil
    }
}

extension Refusal {
    static let scoreOutOfRange = Refusal(
        code: "score-out-of-range", path: "data.score",
        message: "The score has to lie between scale.minimum and scale.maximum; correct the score or the scale.")
}
