import Contracts

/// Why an attempt does not count (ASM-05, ASM-24).
///
/// Judged over all facts by what the world did first, so that an enrolment that arrives after the attempt still lets it
/// in, and an earlier attempt that arrives late still uses up its place. An open enrolment counts for all attempts, as
/// it does for results from elsewhere, one that was left for those up to then: whoever opts in again has no new attempts.
enum AttemptRefusal: String, ContractWord {
    /// It was not opened, as far as is known.
    case notStarted = "not-started"
    /// The worker does not take part, or had left.
    case notEnrolled = "not-enrolled"
    /// The offering was not open.
    case outsideWindow = "outside-window"
    /// No renewal of a credential was open.
    case renewalNotOpen = "renewal-not-open"
    /// All attempts were used.
    case tooManyAttempts = "too-many-attempts"
    /// The time between two attempts was not over.
    case waitingTime = "waiting-time"

    /// What it means and what to do, for whoever sent it.
    var message: String {
        switch self {
        case .notStarted: "The attempt has no start; send when it was opened."
        case .notEnrolled:
            "The worker does not take part in the offering, or had left it; it counts once there is an open enrolment."
        case .outsideWindow: "The offering was not open when it was started; start within its dates."
        case .renewalNotOpen:
            "No credential of the worker could be renewed when it was started; start once the renewal is open."
        case .tooManyAttempts: "All attempts were used; a person has to decide on a further one."
        case .waitingTime: "The waiting time since the last attempt was not over; start again later."
        }
    }
}
