import Contracts
import Programmes

/// What is to be said about a person in an offering, as the facts stand.
struct Standing: Sendable {
    /// The enrolment that counts, see ``CourseFacts/counting``.
    let enrolment: EnrolmentRow
    /// The offering, with its pathway.
    let place: OfferingPlace
    let outcome: Outcome
    /// The results that it follows from: those that count, each at its highest revision, in order.
    let results: [ResultFact]
    /// What the attempts come to, where Guildhall assesses itself.
    var layers: AttemptSeries?

    /// What the other services are told of the outcome.
    func state(of course: Course, sequence: Int64) -> OutcomeState {
        OutcomeState(
            outcome: course.outcome, enrolment: enrolment.id, contractor: course.contractor,
            programme: course.programme, programmeVersion: enrolment.state.programmeVersion, pathway: place.pathway.id,
            offering: course.offering, achievement: place.pathway.achievement(in: place.offering),
            passed: outcome.passed, score: outcome.score, awardedAt: outcome.awardedAt, sequence: sequence,
            verdict: layers?.counted?.outcome.verdict, attempt: layers?.counted?.name,
            rubricVersion: layers?.counted?.scoringRubric)
    }

    /// The standing of a person in one offering; nil for whoever never took part (ONB-08, G1).
    ///
    /// Of whoever has left, what happened until then counts: leaving takes nothing away that was earned (INC-20).
    ///
    /// - Parameter attempts: what the person's attempts come to; they alone count where Guildhall assesses itself.
    static func decide(
        _ facts: CourseFacts, _ attempts: LayeredStanding?, _ programmes: ProgrammeCatalogue
    ) -> Standing? {
        guard let enrolment = facts.counting,
            let programme = programmes.find(
                programme: enrolment.state.programme, version: enrolment.state.programmeVersion),
            let place = programme.offering(enrolment.state.offering)
        else { return nil }
        if programme.assessment(of: place.pathway) != nil {
            let series = attempts?.enrolled.series ?? AttemptSeries(attempts: [], counted: nil, awardedAt: nil)
            return Standing(
                enrolment: enrolment, place: place,
                outcome: Outcome(
                    passed: series.awardedAt != nil, score: series.counted?.outcome.score ?? .zero,
                    awardedAt: series.awardedAt),
                results: [], layers: series)
        }
        let results = facts.results.filter { $0.eventTime <= enrolment.leftAt ?? .distantFuture }
        return Standing(
            enrolment: enrolment, place: place,
            outcome: Outcome.decide(results, offering: place.offering, passMark: place.pathway.passMark),
            results: results.filter { place.offering.assessment($0.assessment)?.counts == true })
    }
}
