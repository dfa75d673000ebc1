import Contracts

/// Layer 2: a practical task of the role's core work, scored against a rubric (ASM-02, ASM-06).
public struct PracticalLayer: Hashable, Sendable {
    /// What is to be done.
    public let task: String
    /// The deliverable of the job that it demonstrates.
    public let deliverable: String
    /// How long it is expected to take; also its limit where it is timed.
    public let minutes: Int
    /// Whether the minutes are a limit by the server's clock.
    public let isTimed: Bool
    /// How it is scored.
    public let rubric: Rubric
    /// Its share of the combined score, relative to the other layer's.
    public let weight: Decimal6
    /// What a completed task is paid with, whatever the result (ASM-15, INC-13).
    public let stipend: Money?
    /// Whether the task is part of billable work, which pays for it (ASM-16).
    public let isBillable: Bool

    /// A practical task of these parts.
    public init(
        task: String,
        deliverable: String,
        minutes: Int,
        isTimed: Bool = false,
        rubric: Rubric,
        weight: Decimal6,
        stipend: Money? = nil,
        isBillable: Bool = false
    ) {
        self.task = task
        self.deliverable = deliverable
        self.minutes = minutes
        self.isTimed = isTimed
        self.rubric = rubric
        self.weight = weight
        self.stipend = stipend
        self.isBillable = isBillable
    }
}
