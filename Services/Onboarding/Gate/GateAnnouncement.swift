import Contracts

/// What is announced of a case when it changed.
enum GateAnnouncement {
    /// The events, in order: nothing where all is as it was announced.
    static func events(from known: Gate, to gate: Gate) -> [EventType] {
        var events: [EventType] = []
        if known.sequence == 0 { events.append(.caseOpened) }
        if gate.isWarned, !known.isWarned, gate.clearedAt == nil { events.append(.caseWarned) }
        if gate.isBreached, !known.isBreached, gate.clearedAt == nil { events.append(.caseBreached) }
        if known.clearedAt == nil, gate.clearedAt != nil, known.isBreached == gate.isBreached {
            events.append(.caseCleared)
        }
        if events.isEmpty, isCorrected(known, gate) { events.append(.caseCorrected) }
        return events
    }

    /// Whether what was announced is otherwise now: a late fact, a change of the engagement, or a taken-back result.
    private static func isCorrected(_ known: Gate, _ gate: Gate) -> Bool {
        var (left, right) = (known, gate)
        (left.sequence, right.sequence) = (0, 0)
        // The version is kept from the opening, and a warning is announced by an event of its own.
        (left.isWarned, right.isWarned) = (false, false)
        return left != right
    }
}
