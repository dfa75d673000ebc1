import Contracts
import Database
import Messaging

/// The SQL of identities and links.
enum ContractorStatements {
    /// The members of every group that contractors ($1), shared person ids ($2) or commanded contractors ($3) lead to.
    private static let groups = """
        m.canonical = ANY (ARRAY(
            SELECT k.canonical FROM onboarding_contractor k WHERE k.id = ANY ($1::uuid[])
            UNION
            SELECT k.canonical FROM onboarding_identity p JOIN onboarding_contractor k ON k.id = p.contractor
            WHERE p.person = ANY ($2::uuid[])
            UNION
            SELECT k.canonical FROM onboarding_identity o
            JOIN onboarding_identity p ON p.person = o.person
            JOIN onboarding_contractor k ON k.id = p.contractor
            WHERE o.contractor = ANY ($3::uuid[])))
        """

    static let makePersons = Statement(
        "INSERT INTO onboarding_person (id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING")

    static let lockPersons = Statement(
        "SELECT id FROM onboarding_person WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE")

    /// The door locks the groups of the contractors named; those reached by a person id or a command come on top.
    static let lockGroups = Statement(
        "SELECT m.id FROM onboarding_contractor m WHERE \(groups) ORDER BY m.id FOR UPDATE")

    private static let columns = """
        i.contractor, i.source, i.worker_id, i.person, i.person_id, i.person_since, i.first_seen, i.joined_to, i.apart
        """

    /// The identities of contractors whom the door has locked: who stands for them it has read with the lock.
    static let load = Statement(
        "SELECT \(columns) FROM onboarding_identity i WHERE i.contractor = ANY ($1::uuid[]) ORDER BY i.contractor")

    /// The identities of whole groups.
    static let loadGroups = Statement(
        """
        SELECT \(columns), m.canonical, m.link_sequence
        FROM onboarding_contractor m JOIN onboarding_identity i ON i.contractor = m.id
        WHERE \(groups)
        ORDER BY i.contractor
        """)

    static let upsert = Statement(
        """
        INSERT INTO onboarding_identity
            (contractor, source, worker_id, person, person_id, person_since, first_seen, joined_to, apart)
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::text[]), unnest($4::uuid[]),
            unnest($5::text[]), unnest($6::timestamptz[]), unnest($7::timestamptz[]), unnest($8::uuid[]),
            unnest($9::bool[])
        ON CONFLICT (contractor) DO UPDATE SET
            person = excluded.person, person_id = excluded.person_id, person_since = excluded.person_since,
            first_seen = excluded.first_seen, joined_to = excluded.joined_to, apart = excluded.apart
        """)

    static let setCanonical = Statement(
        """
        UPDATE onboarding_contractor c SET canonical = v.canonical, link_sequence = v.sequence
        FROM unnest($1::uuid[], $2::uuid[], $3::int8[]) v (id, canonical, sequence)
        WHERE c.id = v.id
        """)

    static let endLinks = Statement(
        "UPDATE onboarding_link SET undone_at = $2 WHERE alias = ANY ($1::uuid[]) AND undone_at IS NULL")

    static let addLinks = Statement(
        """
        INSERT INTO onboarding_link (alias, sequence, canonical, basis, linked_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]), $5::timestamptz
        """)

    static let all = [makePersons, lockPersons, lockGroups, load, loadGroups, upsert, setCanonical, endLinks, addLinks]

    static func upsert(_ identities: [ContractorIdentity]) -> Call {
        Call(
            upsert,
            [
                .uuids(identities.map(\.contractor)), .texts(identities.map(\.source)),
                .texts(identities.map(\.workerID)), .uuids(identities.map(\.person)),
                .texts(identities.map(\.personID)), .timestamps(identities.map(\.personSince)),
                .timestamps(identities.map(\.firstSeen)), .uuids(identities.map(\.joinedTo)),
                .bools(identities.map(\.apart)),
            ])
    }

    static func setCanonical(_ changes: [LinkChange]) -> Call {
        Call(
            setCanonical,
            [.uuids(changes.map(\.alias)), .uuids(changes.map(\.canonical)), .int8s(changes.map(\.sequence))])
    }

    static func endLinks(_ changes: [LinkChange], at now: Timestamp) -> Call {
        Call(endLinks, [.uuids(changes.map(\.alias)), .timestamptz(now)])
    }

    static func addLinks(_ changes: [LinkChange], at now: Timestamp) -> Call {
        Call(
            addLinks,
            [
                .uuids(changes.map(\.alias)), .int8s(changes.map(\.sequence)), .uuids(changes.map(\.canonical)),
                .texts(changes.map(\.basis.rawValue)), .timestamptz(now),
            ])
    }

    /// The identities that ``load`` found.
    static func identities(_ rows: Rows, _ roster: Roster) throws -> [ContractorIdentity] {
        try rows.map { row in
            var identity = try identity(row)
            identity.canonical = roster.canonical(of: identity.contractor)
            identity.linkSequence = roster.linkSequence(of: identity.contractor)
            return identity
        }
    }

    /// The identities that ``loadGroups`` found.
    static func identities(ofGroups rows: Rows) throws -> [ContractorIdentity] {
        try rows.map { row in
            var identity = try identity(row)
            identity.canonical = try row.identifier(9)
            identity.linkSequence = try row.int64(10)
            return identity
        }
    }

    private static func identity(_ row: Row) throws -> ContractorIdentity {
        var identity = ContractorIdentity(
            contractor: try row.identifier(0), source: try row.text(1), workerID: try row.text(2),
            firstSeen: try row.timestamp(6))
        identity.person = try row.optionalIdentifier(3)
        identity.personID = try row.optionalText(4)
        identity.personSince = try row.optionalTimestamp(5)
        identity.joinedTo = try row.optionalIdentifier(7)
        identity.apart = try row.bool(8)
        return identity
    }
}
