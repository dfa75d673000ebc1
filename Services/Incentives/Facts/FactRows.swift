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

    /// What facts are written with.
    static func parameters(_ facts: [EngagementFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .int8s(facts.map(\.revision)),
            .texts(facts.map(\.status.rawValue)), .timestamps(facts.map(\.occurredAt)),
            .timestamps(facts.map(\.startsAt)), .int8s(facts.map { $0.value?.minorUnits }),
            .texts(facts.map { $0.value?.currency }),
        ]
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

    /// What facts are written with.
    static func parameters(_ facts: [CredentialFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.pathway)), .texts(facts.map(\.offering)),
            .texts(facts.map(\.status.rawValue)), .timestamps(facts.map(\.awardedAt)),
            .timestamps(facts.map(\.validUntil)), .int8s(facts.map(\.sequence)),
            .timestamps(facts.map(\.revokedAt)), .texts(facts.map(\.suspensions.text)),
        ]
    }
}

extension FactBook {
    /// A book of the answers to the three loads.
    init(engagements: Rows?, credentials: Rows?, earnings: Rows?) throws {
        self.init(
            engagements: try engagements?.map { try EngagementFact(row: $0) } ?? [],
            credentials: try credentials?.map { try CredentialFact(row: $0) } ?? [],
            earnings: try earnings?.map {
                EarningFact.Key(source: try $0.text(0), id: try $0.text(1), revision: try $0.int64(2))
            } ?? [])
    }

    /// What is to be written, one statement a table for what is new and one for what is not.
    var writes: [Call] {
        var calls = Call.changes(
            changedEngagements, found: storedEngagements, in: engagements, insert: FactStatements.addEngagements,
            update: FactStatements.putEngagements, EngagementFact.parameters)
        calls += Call.changes(
            changedCredentials, found: storedCredentials, in: credentials, insert: FactStatements.addCredentials,
            update: FactStatements.putCredentials, CredentialFact.parameters)
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
