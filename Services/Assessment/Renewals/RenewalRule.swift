import Contracts

/// Which renewals are passed (CRD-05, CRD-06): of each term the one that its attempts of renewal earn.
enum RenewalRule {
    /// The renewal that a part's attempts earn; nil where they do not.
    static func decide(_ part: LayeredStanding.Part, _ course: Course) -> RenewalState? {
        guard let frame = part.frame, let credential = part.term?.state, let counted = part.series.counted,
            counted.outcome.verdict == .pass, let passedAt = part.series.awardedAt
        else { return nil }
        return RenewalState(
            renewal: counted.id, credential: credential.credential, contractor: credential.contractor,
            programme: course.programme, programmeVersion: frame.programmeVersion, pathway: frame.pathway,
            offering: course.offering, passedAt: passedAt, score: counted.outcome.score, isWithdrawn: false,
            sequence: 0)
    }

    /// What has to be said, between what was announced and what the facts say now.
    static func change(announced: RenewalState?, now: RenewalState?) -> RenewalState? {
        let sequence = (announced?.sequence ?? 0) + 1
        guard var news = now ?? announced else { return nil }
        if now == nil { news.isWithdrawn = true }
        news.sequence = announced?.sequence ?? 0
        if news == announced { return nil }
        news.sequence = sequence
        return news
    }
}
