import Contracts
import Database

extension PremiumGrant {
    /// A grant from a row of ``PremiumStatements/loadGrants``.
    init(row: Row) throws {
        self.init(
            credential: try row.identifier(0), contractor: try row.identifier(1), programme: try row.text(2),
            programmeVersion: try row.int64(3), units: try row.int64(4), isOpen: try row.bool(5),
            sequence: try row.int64(6), valueAt: try row.timestamp(7), rateBasisPoints: try row.optionalInt64(8))
    }

    /// The call that writes grants, sorted by credential.
    static func write(_ grants: [PremiumGrant]) -> Call {
        Call(
            PremiumStatements.putGrants,
            [
                .uuids(grants.map(\.credential)), .uuids(grants.map(\.contractor)), .texts(grants.map(\.programme)),
                .int8s(grants.map(\.programmeVersion)), .int8s(grants.map(\.units)), .bools(grants.map(\.isOpen)),
                .int8s(grants.map(\.sequence)), .timestamps(grants.map(\.valueAt)),
                .int8s(grants.map(\.rateBasisPoints)),
            ])
    }
}

extension PremiumUse {
    /// A use from a row of ``PremiumStatements/loadUses``.
    init(row: Row) throws {
        var amount: Money?
        if let minorUnits = try row.optionalInt64(7), let currency = try row.optionalText(8) {
            amount = Money(minorUnits: minorUnits, currency: currency)
        }
        let claim = PremiumClaim(
            engagement: try row.identifier(1), credential: try row.identifier(2), contractor: try row.identifier(3),
            programme: try row.text(4), programmeVersion: try row.int64(5), rateBasisPoints: try row.int64(6),
            amount: amount, valueAt: try row.timestamp(11), isBudgeted: try row.bool(13))
        self.init(
            id: try row.identifier(0), claim: claim, isOpen: try row.bool(9), sequence: try row.int64(10),
            posting: try row.identifier(12))
    }

    /// The call that writes uses, sorted by id.
    static func write(_ uses: [PremiumUse]) -> Call {
        let claims = uses.map(\.claim)
        return Call(
            PremiumStatements.putUses,
            [
                .uuids(uses.map(\.id)), .uuids(claims.map(\.engagement)), .uuids(claims.map(\.credential)),
                .uuids(claims.map(\.contractor)), .texts(claims.map(\.programme)),
                .int8s(claims.map(\.programmeVersion)), .int8s(claims.map(\.rateBasisPoints)),
                .int8s(claims.map { $0.amount?.minorUnits }), .texts(claims.map { $0.amount?.currency }),
                .bools(uses.map(\.isOpen)), .int8s(uses.map(\.sequence)), .timestamps(claims.map(\.valueAt)),
                .uuids(uses.map(\.posting)), .bools(claims.map(\.isBudgeted)),
            ])
    }
}
