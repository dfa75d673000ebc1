import Contracts
import Database

extension Renewal {
    /// A renewal from a row of ``RenewalStatements/load``.
    init(row: Row) throws {
        self.init(
            id: try row.identifier(0), credential: try row.identifier(1), contractor: try row.identifier(2),
            passedAt: try row.timestamp(3), score: try row.optionalDecimal6(4), isGranted: try row.bool(5),
            isWithdrawn: try row.bool(6), sequence: try row.int64(7), openedAt: try row.optionalTimestamp(8))
    }

    /// The parameters of ``RenewalStatements/put``.
    static func parameters(_ renewals: [Renewal]) -> [Parameter] {
        [
            .uuids(renewals.map(\.id)), .uuids(renewals.map(\.credential)), .uuids(renewals.map(\.contractor)),
            .timestamps(renewals.map(\.passedAt)), .decimal6s(renewals.map(\.score)),
            .bools(renewals.map(\.isGranted)), .bools(renewals.map(\.isWithdrawn)),
            .int8s(renewals.map(\.sequence)), .timestamps(renewals.map(\.openedAt)),
        ]
    }
}
