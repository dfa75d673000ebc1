import Contracts
import Database

extension Credential {
    /// A credential from a row of ``CredentialStatements/load``.
    init(row: Row) throws {
        let word = try row.text(10)
        guard let status = CredentialStatus(rawValue: word) else { throw UnknownCredentialStatus(word: word) }
        id = try row.identifier(0)
        outcome = try row.identifier(1)
        contractor = try row.identifier(2)
        holder = try row.identifier(3)
        programme = try row.text(4)
        programmeVersion = try row.int64(5)
        pathway = try row.text(6)
        offering = try row.text(7)
        achievement = try row.text(8)
        score = try row.decimal6(9)
        self.status = status
        statusSince = try row.timestamp(11)
        reason = try row.optionalText(12)
        awardedAt = try row.timestamp(13)
        validFrom = try row.timestamp(14)
        validUntil = try row.timestamp(15)
        sequence = try row.int64(16)
        outcomeSequence = try row.int64(17)
        salt = try row.bytes(18)
        condition = try row.optionalText(19)
        renewedAt = try row.optionalTimestamp(20)
        renewals = try row.int64(26)
        renewalOpenedAt = try row.optionalTimestamp(27)
        attempt = try row.optionalText(28)
        rubricVersion = try row.optionalText(29)
        suspension = try Suspension(row: row)
        place = try StatusPlace(row: row)
    }

    /// The parameters of ``CredentialStatements/insert`` and ``CredentialStatements/update``.
    static func parameters(_ rows: [(credential: Credential, document: [UInt8]?)]) -> [Parameter] {
        let credentials = rows.map(\.credential)
        return [
            .uuids(credentials.map(\.id)),
            .uuids(credentials.map(\.outcome)),
            .uuids(credentials.map(\.contractor)),
            .uuids(credentials.map(\.holder)),
            .texts(credentials.map(\.programme)),
            .int8s(credentials.map(\.programmeVersion)),
            .texts(credentials.map(\.pathway)),
            .texts(credentials.map(\.offering)),
            .texts(credentials.map(\.achievement)),
            .decimal6s(credentials.map(\.score)),
            .texts(credentials.map(\.status.rawValue)),
            .timestamps(credentials.map(\.statusSince)),
            .texts(credentials.map(\.reason)),
            .timestamps(credentials.map(\.awardedAt)),
            .timestamps(credentials.map(\.validFrom)),
            .timestamps(credentials.map(\.validUntil)),
            .int8s(credentials.map(\.sequence)),
            .int8s(credentials.map(\.outcomeSequence)),
            .byteas(credentials.map(\.salt)),
            .byteas(rows.map(\.document)),
            .texts(credentials.map(\.condition)),
            .timestamps(credentials.map(\.renewedAt)),
            .timestamps(credentials.map(\.suspension?.since)),
            .timestamps(credentials.map(\.suspension?.until)),
            .texts(credentials.map(\.suspension?.reason)),
            .int8s(credentials.map(\.place?.list)),
            .int4s(credentials.map(\.place?.index)),
            .int8s(credentials.map(\.renewals)),
            .timestamps(credentials.map(\.renewalOpenedAt)),
            .texts(credentials.map(\.attempt)),
            .texts(credentials.map(\.rubricVersion)),
        ]
    }
}

extension Suspension {
    /// The suspension of a row of ``CredentialStatements/load``, if there is one.
    fileprivate init?(row: Row) throws {
        guard let since = try row.optionalTimestamp(21), let until = try row.optionalTimestamp(22),
            let reason = try row.optionalText(23)
        else { return nil }
        self.init(since: since, until: until, reason: reason)
    }
}

extension StatusPlace {
    /// The bit of a row of ``CredentialStatements/load``, if it has one.
    fileprivate init?(row: Row) throws {
        guard let list = try row.optionalInt64(24), let index = try row.optionalInt32(25) else { return nil }
        self.init(list: list, index: index)
    }
}

/// A row whose status no rule knows: written by a newer version, or by hand.
struct UnknownCredentialStatus: Error {
    /// What the row says.
    let word: String
}
