/// The four answers that an incentive programme needs before it is saved (PRG-18).
public struct Diagnosis: Hashable, Sendable {
    /// The skill with a measurable return.
    public let skill: String
    /// The time that it may reasonably take.
    public let time: String
    /// The budget or assets that there are.
    public let means: String
    /// How success is measured.
    public let measure: String

    /// The four answers.
    public init(
        skill: String,
        time: String,
        means: String,
        measure: String
    ) {
        self.skill = skill
        self.time = time
        self.means = means
        self.measure = measure
    }
}
