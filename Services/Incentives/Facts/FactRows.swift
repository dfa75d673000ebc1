import Contracts
import Database

extension EngagementFact {
    /// A fact from a row of ``FactStatements/loadEngagements``.
    init(row: Row) throws {
        let status: EngagementStatus = try Words.read(row, 3)
        var value: Money?
        if let minorUnits = try row.optionalInt64(6), let currency = try row.optionalText(7) {
            value = Money(minorUnits: minorUnits, currency: currency)
        }
        self.init(
            id: try row.identifier(0), contractor: try row.identifier(1), revision: try row.int64(2), status: status,
            occurredAt: try row.timestamp(4), startsAt: try row.optionalTimestamp(5), value: value)
    }
}

extension CredentialFact {
    /// A fact from a row of ``FactStatements/loadCredentials``.
    init(row: Row) throws {
        let status: CredentialStatus = try Words.read(row, 6)
        self.init(
            id: try row.identifier(0), contractor: try row.identifier(1), programme: try row.text(2),
            programmeVersion: try row.int64(3), pathway: try row.text(4), offering: try row.text(5), status: status,
            awardedAt: try row.timestamp(7), validUntil: try row.timestamp(8), sequence: try row.int64(9),
            revokedAt: try row.optionalTimestamp(10),
            suspensions: try row.optionalText(11).map { try SuspensionHistory(text: $0) } ?? SuspensionHistory())
    }
}

extension FactBook {
    /// A book of the answers to the three loads.
    init(engagements: Rows, credentials: Rows, earnings: Rows) throws {
        self.init(
            engagements: try engagements.map { try EngagementFact(row: $0) },
            credentials: try credentials.map { try CredentialFact(row: $0) },
            earnings: try earnings.map {
                EarningFact.Key(source: try $0.text(0), id: try $0.text(1), revision: try $0.int64(2))
            })
    }

    /// What is to be written, one statement a table.
    var writes: [Call] {
        var calls: [Call] = []
        let engagements = newEngagements
        if !engagements.isEmpty {
            calls.append(
                Call(
                    FactStatements.putEngagements,
                    [
                        .uuids(engagements.map(\.id)), .uuids(engagements.map(\.contractor)),
                        .int8s(engagements.map(\.revision)), .texts(engagements.map(\.status.rawValue)),
                        .timestamps(engagements.map(\.occurredAt)), .timestamps(engagements.map(\.startsAt)),
                        .int8s(engagements.map { $0.value?.minorUnits }),
                        .texts(engagements.map { $0.value?.currency }),
                    ]))
        }
        let credentials = newCredentials
        if !credentials.isEmpty {
            calls.append(
                Call(
                    FactStatements.putCredentials,
                    [
                        .uuids(credentials.map(\.id)), .uuids(credentials.map(\.contractor)),
                        .texts(credentials.map(\.programme)), .int8s(credentials.map(\.programmeVersion)),
                        .texts(credentials.map(\.pathway)), .texts(credentials.map(\.offering)),
                        .texts(credentials.map(\.status.rawValue)), .timestamps(credentials.map(\.awardedAt)),
                        .timestamps(credentials.map(\.validUntil)), .int8s(credentials.map(\.sequence)),
                        .timestamps(credentials.map(\.revokedAt)), .texts(credentials.map(\.suspensions.text)),
                    ]))
        }
        let earnings = earnings.sorted { $0.key < $1.key }
        if !earnings.isEmpty {
            calls.append(
                Call(
                    FactStatements.putEarnings,
                    [
                        .texts(earnings.map(\.key.source)), .texts(earnings.map(\.key.id)),
                        .int8s(earnings.map(\.key.revision)), .uuids(earnings.map(\.contractor)),
                        .uuids(earnings.map(\.engagement)), .timestamps(earnings.map(\.eventTime)),
                        .dates(earnings.map(\.periodStart)), .dates(earnings.map(\.periodEnd)),
                        .int8s(earnings.map(\.gross.minorUnits)), .int8s(earnings.map { $0.tips?.minorUnits }),
                        .texts(earnings.map(\.gross.currency)), .int8s(earnings.map(\.jobs)),
                    ]))
        }
        return calls
    }
}
