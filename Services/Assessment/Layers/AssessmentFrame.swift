import Contracts
import Programmes

/// The rules that attempts are judged by: one version's assessment, and when it is open for this person.
struct AssessmentFrame: Sendable {
    let programmeVersion: Int64
    let pathway: String
    let passMark: Decimal6
    let quiz: QuizLayer?
    let practical: PracticalLayer?
    let review: ReviewLayer?
    let rule: AttemptRule
    /// Every rubric of the pathway, by its version.
    let rubrics: [String: Rubric]
    /// From when to when, the end not included, attempts may be started and work counts (ASM-05).
    let from: Timestamp
    let until: Timestamp
    /// Why an attempt outside of the window is refused.
    let closed: AttemptRefusal

    /// The frame of an enrolment; nil where its version is not assessed here.
    init?(_ enrolment: EnrolmentState, _ programmes: ProgrammeCatalogue) {
        guard let version = programmes.find(programme: enrolment.programme, version: enrolment.programmeVersion),
            let place = version.offering(enrolment.offering),
            let assessment = version.assessment(of: place.pathway)
        else { return nil }
        programmeVersion = version.version
        pathway = place.pathway.id
        passMark = place.pathway.passMark
        quiz = assessment.quiz
        practical = assessment.practical
        review = assessment.review
        rule = assessment.attempts
        rubrics = AssessmentFrame.rubrics(version.id, pathway, programmes)
        from = Timestamp(place.offering.starts)
        until = place.offering.closes
        closed = .outsideWindow
    }

    /// The frame of a renewal; nil where the credential's version has no renewal.
    ///
    /// It asks for the layers of the renewal alone, without a live review, and has attempts of its own.
    init?(renewing term: CredentialTerm, _ programmes: ProgrammeCatalogue) {
        let credential = term.state
        guard let version = programmes.find(programme: credential.programme, version: credential.programmeVersion),
            let path = version.definition.pathway(credential.pathway),
            let assessment = version.assessment(of: path), let renewal = path.credential.renewalPath
        else { return nil }
        programmeVersion = version.version
        pathway = path.id
        passMark = path.passMark
        quiz = assessment.renewal.contains(.quiz) ? assessment.quiz : nil
        practical = assessment.renewal.contains(.practical) ? assessment.practical : nil
        review = nil
        rule = assessment.attempts
        rubrics = AssessmentFrame.rubrics(version.id, path.id, programmes)
        from = credential.validUntil.adding(seconds: -86_400 * Int64(renewal.opensDaysBefore))
        until = credential.validUntil
        closed = .renewalNotOpen
    }

    private static func rubrics(
        _ programme: String, _ pathway: String, _ programmes: ProgrammeCatalogue
    ) -> [String: Rubric] {
        var rubrics: [String: Rubric] = [:]
        for version in programmes.versions(of: programme) {
            guard let rubric = version.definition.pathway(pathway)?.assessment?.practical.rubric else { continue }
            rubrics[rubric.version] = rubric
        }
        return rubrics
    }
}
