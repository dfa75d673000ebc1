import Contracts
import Database
import Messaging

/// Counts facts by the month of their event time, and how many came late or moved later, so that a changed past shows
/// (MET-21).
struct PeriodBook {
    private struct Key: Hashable, Comparable {
        let figure: String
        let month: Day

        static func < (left: Key, right: Key) -> Bool {
            left.figure == right.figure ? left.month < right.month : left.figure < right.figure
        }
    }

    private struct Change {
        var facts: Int64 = 0
        var late: Int64 = 0
        var corrected: Int64 = 0
    }

    private var changes: [Key: Change] = [:]

    /// A fact is told for the first time; late when its month was over.
    mutating func count(_ figure: String, at moment: Timestamp, now: Timestamp) {
        let month = moment.day.month
        changes[Key(figure: figure, month: month), default: Change()].facts += 1
        if now.day.month > month { changes[Key(figure: figure, month: month), default: Change()].late += 1 }
    }

    /// A correction moves a fact.
    mutating func move(_ figure: String, from: Timestamp, to: Timestamp) {
        let (old, new) = (from.day.month, to.day.month)
        changes[Key(figure: figure, month: old), default: Change()].corrected += 1
        if old == new { return }
        changes[Key(figure: figure, month: old), default: Change()].facts -= 1
        changes[Key(figure: figure, month: new), default: Change()].facts += 1
        changes[Key(figure: figure, month: new), default: Change()].corrected += 1
    }

    /// Adds the changes to the table.
    func write(at now: Timestamp, _ out: inout Decisions) {
        if changes.isEmpty { return }
        let keys = changes.keys.sorted()
        let values = keys.map { changes[$0] ?? Change() }
        out.write(
            Call(
                PeriodBook.add,
                [
                    .texts(keys.map(\.figure)), .dates(keys.map(\.month)), .int8s(values.map(\.facts)),
                    .int8s(values.map(\.late)), .int8s(values.map(\.corrected)), .timestamptz(now),
                ]))
    }

    private static let add = Statement(
        """
        INSERT INTO metrics_period (figure, month, facts, late, corrected, changed_at)
        SELECT unnest($1::text[]), unnest($2::date[]), unnest($3::int8[]), unnest($4::int8[]),
            unnest($5::int8[]), $6::timestamptz
        ON CONFLICT (figure, month) DO UPDATE SET
            facts = metrics_period.facts + excluded.facts, late = metrics_period.late + excluded.late,
            corrected = metrics_period.corrected + excluded.corrected, changed_at = excluded.changed_at
        """)
}

extension Day {
    /// The first day of the month.
    var month: Day { adding(days: 1 - civil.day) }
}
