import Contracts

/// A variant that a guardrail stopped, as metrics told it (EXP-12).
struct ExperimentStop: Hashable, Sendable {
    let programme: String
    let experiment: String
    let variant: String
    /// Invitations from then on do not follow it.
    let stoppedAt: Timestamp

    /// A stop of its parts.
    init(programme: String, experiment: String, variant: String, stoppedAt: Timestamp) {
        self.programme = programme
        self.experiment = experiment
        self.variant = variant
        self.stoppedAt = stoppedAt
    }

    /// The stop that a stage is; nil for the others.
    init?(_ state: ExperimentState) {
        guard state.stage == .variantStopped, let variant = state.variant else { return nil }
        self.init(
            programme: state.programme, experiment: state.name, variant: variant, stoppedAt: state.noticedAt)
    }

    /// The earliest of each variant, in order of their keys: told twice or late, it is the same stop.
    static func earliest(_ stops: [ExperimentStop]) -> [ExperimentStop] {
        let earliest = Dictionary(stops.map { ($0.key, $0) }) { $0.stoppedAt <= $1.stoppedAt ? $0 : $1 }
        return earliest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    private var key: [String] { [programme, experiment, variant] }
}
