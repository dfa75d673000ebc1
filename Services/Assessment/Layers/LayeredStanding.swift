import Contracts
import Programmes

/// What a person's attempts in an offering come to, for the enrolment and for every term of their credentials.
struct LayeredStanding: Sendable {
    /// The attempts of one enrolment or term, with the rules that judge them.
    struct Part: Sendable {
        /// Nil where nothing opens the attempts.
        let frame: AssessmentFrame?
        /// The term that they renew; nil for an enrolment's.
        let term: CredentialTerm?
        let series: AttemptSeries
    }

    let enrolled: Part
    let renewals: [Part]

    var parts: [Part] { [enrolled] + renewals }

    static func decide(
        _ facts: [AttemptFact], enrolment: EnrolmentRow?, terms: [CredentialTerm], members: Set<Identifier>,
        _ programmes: ProgrammeCatalogue
    ) -> LayeredStanding {
        var own: [AttemptFact] = []
        var open: [CredentialTerm.Key: [AttemptFact]] = [:]
        var closed: [AttemptFact] = []
        let frames = terms.compactMap { term in
            AssessmentFrame(renewing: term, programmes).map { (term: term, frame: $0) }
        }
        for group in AttemptSeries.groups(facts).values {
            let head = AttemptHead(group)
            if !head.isRenewal {
                // An attempt goes as far as it had come when its worker left.
                let counting = group.filter { $0.eventTime <= enrolment?.leftAt ?? .distantFuture }
                if counting.isEmpty { closed += group } else { own += counting }
            } else if let startedAt = head.startedAt,
                let place = frames.first(where: { $0.frame.from <= startedAt && startedAt < $0.frame.until })
            {
                open[place.term.key, default: []] += group
            } else {
                closed += group
            }
        }
        func part(_ facts: [AttemptFact], _ frame: AssessmentFrame?, _ term: CredentialTerm? = nil) -> Part {
            Part(
                frame: frame, term: term,
                series: AttemptSeries.decide(facts.sorted(by: AttemptFact.isEarlier), frame, members: members))
        }
        return LayeredStanding(
            enrolled: part(own, enrolment.flatMap { AssessmentFrame($0.state, programmes) }),
            renewals: frames.map { part(open[$0.term.key] ?? [], $0.frame, $0.term) } + [part(closed, nil)])
    }
}
