import Contracts

/// A step of a case, as it stands.
struct GateStep: Hashable, Sendable {
    /// How a step stands.
    enum State: String, Sendable {
        case open
        case done
        case waived
    }

    let caseID: Identifier
    let step: String
    let contractor: Identifier
    let kind: String
    let owner: String
    let blocks: Bool
    var state = State.open
    /// When it was done or waived.
    var doneAt: Timestamp?
    /// The credential or the earlier evidence that stands for it.
    var waivedBy: Identifier?
    /// Which version of its text the worker saw.
    var textVersion: String?
    /// Which reward statement went with it.
    var statement: String?

    /// The step as others are told of it.
    var open: OpenStep { OpenStep(step: step, kind: kind, owner: owner) }
}
