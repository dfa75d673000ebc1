import Contracts

/// What is asked of a figure.
struct KPIQuestion: Sendable {
    /// The last day whose events count.
    var asOf: Day
    /// Figures of one programme: its credentials, its enrolments, its roles.
    var programme: String?
    /// The roles of that programme; all roles where none is named.
    var roles: [String] = []
    /// Whether it is told apart by credentials held at the time of the event (MET-20).
    var isSplitByCredential = false
    /// Whether it is told apart by the variants of an experiment, and who is in which.
    var variants: VariantMap?
    /// Another window than the definition's.
    var windowDays: Int64?

    /// The moment at which the last day is over.
    var end: Timestamp { Timestamp(asOf.adding(days: 1)) }
}
