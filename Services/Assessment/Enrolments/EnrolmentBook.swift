import Contracts

/// The enrolments that a batch touches, by the contractor who opted in.
struct EnrolmentBook: Sendable {
    private(set) var rows: [Identifier: EnrolmentRow] = [:]
    private var byCourse: [Course: [Identifier]] = [:]
    private var changed: Set<Identifier> = []
    private let found: Set<Identifier>

    init(_ known: [EnrolmentRow] = []) {
        found = Set(known.map(\.id))
        rows.reserveCapacity(known.count)
        byCourse.reserveCapacity(known.count)
        for row in known { keep(row) }
    }

    /// Takes in an announcement, of which the highest sequence wins; says whether it is news.
    mutating func take(_ state: EnrolmentState) -> Bool {
        var row = rows[state.enrolment] ?? EnrolmentRow(state)
        guard rows[state.enrolment] == nil || row.merge(state) else { return false }
        keep(row)
        changed.insert(row.id)
        return true
    }

    /// Notes the time of the first result; says whether it is earlier than what was announced.
    mutating func start(_ enrolment: Identifier, at time: Timestamp) -> Bool {
        guard var row = rows[enrolment], time < row.startedAt ?? Timestamp(microseconds: .max) else { return false }
        row.startedAt = time
        keep(row)
        changed.insert(enrolment)
        return true
    }

    private mutating func keep(_ row: EnrolmentRow) {
        // An enrolment's id is derived from its course, which therefore never changes.
        if rows.updateValue(row, forKey: row.id) == nil { byCourse[row.course, default: []].append(row.id) }
    }

    /// The enrolments of some contractors in an offering.
    func enrolments(of members: [Identifier], programme: String, offering: String) -> [EnrolmentRow] {
        members.flatMap { member in
            (byCourse[Course(contractor: member, programme: programme, offering: offering)] ?? [])
                .compactMap { rows[$0] }
        }
    }

    /// The offerings in which any of some contractors are enrolled.
    func courses(of contractors: Set<Identifier>) -> [Course] {
        byCourse.keys.filter { contractors.contains($0.contractor) }
    }

    /// The rows that were not found, sorted.
    var added: [EnrolmentRow] {
        changed.sorted().filter { !found.contains($0) }.compactMap { rows[$0] }
    }

    /// The rows that were found and have changed, sorted.
    var updated: [EnrolmentRow] {
        changed.sorted().filter(found.contains).compactMap { rows[$0] }
    }
}

extension EnrolmentRow {
    /// The offering that it is about, for the contractor who opted in.
    var course: Course {
        Course(contractor: state.contractor, programme: state.programme, offering: state.offering)
    }
}
