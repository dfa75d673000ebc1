import Contracts
import Programmes

/// What is to be said about a person in an offering, as the facts stand.
struct Standing: Sendable {
    /// The enrolment that counts: of a person's open ones the earliest.
    let enrolment: EnrolmentRow
    let pathway: Pathway
    let offering: Offering
    let outcome: Outcome
    /// The results that it follows from: those that count, each at its highest revision, in order.
    let results: [ResultFact]

    /// What the other services are told of the outcome.
    func state(of course: Course, sequence: Int64) -> OutcomeState {
        OutcomeState(
            outcome: course.outcome, enrolment: enrolment.id, contractor: course.contractor,
            programme: course.programme, programmeVersion: enrolment.state.programmeVersion, pathway: pathway.id,
            offering: course.offering, achievement: pathway.achievement(in: offering), passed: outcome.passed,
            score: outcome.score, awardedAt: outcome.awardedAt, sequence: sequence)
    }

    /// The standing of a person in one offering; nil without an open enrolment (ONB-08, G1).
    static func decide(_ facts: CourseFacts, _ programmes: ProgrammeCatalogue) -> Standing? {
        guard let enrolment = facts.enrolments.first(where: { $0.state.status == .open }),
            let programme = programmes.find(
                programme: enrolment.state.programme, version: enrolment.state.programmeVersion),
            let place = programme.offering(enrolment.state.offering)
        else { return nil }
        return Standing(
            enrolment: enrolment, pathway: place.pathway, offering: place.offering,
            outcome: Outcome.decide(facts.results, offering: place.offering, passMark: place.pathway.passMark),
            results: facts.results.filter { place.offering.assessment($0.assessment)?.counts == true })
    }
}
