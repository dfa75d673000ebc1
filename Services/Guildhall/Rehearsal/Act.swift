import Contracts

/// Something that happens in the rehearsal; what is said then may depend on what the suite has decided by then.
enum Act: Sendable {
    /// This is said, whatever has happened.
    case say(Saying)
    /// A worker follows the invitation.
    case signUp(SeasonWorker)
    /// A worker learns a unit, by its place in the pathway.
    case learn(SeasonWorker, unit: Int)
    /// A worker attempts the assessment, unless it is passed or they never signed up.
    case attempt(SeasonWorker, number: Int)
    /// A reviewer scores the task of an attempt.
    case review(SeasonWorker, number: Int)
    /// A reviewer talks with a worker whose attempt lies within the borderline band.
    case talk(SeasonWorker, number: Int)
    /// A worker renews a credential that is about to lapse.
    case renew(SeasonWorker)
    /// A week of an engagement is reported.
    case week(SeasonWorker, Engagement, week: Int)
    /// The client scores an engagement.
    case rate(SeasonWorker, Engagement)
    /// A worker decides on the case study, if one is offered.
    case release(SeasonWorker)
    /// A worker hands in receipts, if a grant can be claimed.
    case claim(SeasonWorker)
    /// Finance decides on a worker's claim.
    case decide(SeasonWorker)
    /// Finance pays what is approved and recommended.
    case pay
    /// Whoever answers for the experiment looks at it.
    case look

    /// An engagement of the rehearsal.
    struct Engagement: Sendable {
        let id: String
        /// The day on which it starts.
        let starts: Int
        /// The day on which it ends.
        let ends: Int
    }
}
