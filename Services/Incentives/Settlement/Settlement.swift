import Contracts
import Messaging

/// When the rewards of a person are settled: in a batch of its own, once everything that they depend on is kept.
///
/// A fact is written down as it comes; the settlement that follows at once reads all of them. So messages of programmes
/// that Guildhall does not deliver never load a table of grants or budgets, and money is given out in one place.
enum Settlement {
    /// The kind of the timer.
    static let timer = "reward-settlement"

    /// A settlement as soon as this batch is written.
    static func next(for contractor: Identifier, now: Timestamp) -> TimerRequest {
        TimerRequest(
            key: .derived(timer, contractor), kind: timer, due: now, contractor: contractor)
    }

    /// A settlement when something ends by time, such as a window or a suspension.
    static func later(_ cause: Identifier, _ what: String, for contractor: Identifier, at due: Timestamp)
        -> TimerRequest
    {
        TimerRequest(
            key: .derived(timer, what, cause.description), kind: timer, due: due, contractor: contractor)
    }

    /// The first moment of the calendar quarter after a moment's.
    static func nextQuarter(after moment: Timestamp) -> Timestamp? {
        let (year, month, _) = moment.day.civil
        let next = (month - 1) / 3 * 3 + 4
        return Day(year: next > 12 ? year + 1 : year, month: next > 12 ? 1 : next, day: 1).map { Timestamp($0) }
    }
}
