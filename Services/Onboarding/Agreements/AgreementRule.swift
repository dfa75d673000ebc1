import Contracts

/// Decides which agreement a case is judged by (ONB-06).
enum AgreementRule {
    /// An agreement in force.
    struct Found: Equatable, Sendable {
        let record: AgreementRecorded

        /// Its name and revision, as the case keeps it.
        var name: String { "\(record.id) revision \(record.revision)" }
    }

    /// The agreement of the case's source that was in force when the case opened.
    ///
    /// A revision counts from when it was made, and takes the place of those before it; it is in force on the days that
    /// it names. The most specific one wins: role and business unit, then role, then business unit, then neither; among
    /// equals the one in force since later, then the greater id.
    static func inForce(
        _ facts: some Sequence<RecordedFact>, source: String, role: String, businessUnit: String?, at time: Timestamp
    ) -> Found? {
        let made = facts.filter { $0.kind == .agreement && $0.source == source && $0.record.eventTime <= time }
        let day = time.day
        let matching = RecordedFact.standing(made).compactMap { $0.record as? AgreementRecorded }.filter { record in
            record.effectiveFrom <= day && (record.effectiveUntil.map { day <= $0 } ?? true)
                && (record.roleCode.map { $0 == role } ?? true)
                && (record.businessUnit.map { $0 == businessUnit } ?? true)
        }
        func rank(_ record: AgreementRecorded) -> (Int, Int32, String) {
            (
                (record.roleCode == nil ? 0 : 2) + (record.businessUnit == nil ? 0 : 1), record.effectiveFrom.number,
                record.id
            )
        }
        return matching.max { rank($0) < rank($1) }.map(Found.init)
    }
}
