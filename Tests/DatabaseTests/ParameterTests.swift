import Contracts
import Database
import Testing

@Suite("Parameters and rows", .enabled(if: TestServer.isPresent, TestServer.needed))
struct ParameterTests {
    private let identifiers = [
        Identifier(high: 0, low: 0), Identifier(high: .max, low: .max), Identifier.derived("test", "1"),
    ]
    private let moments = [
        Timestamp(microseconds: 0), Timestamp(microseconds: 1_700_000_000_123_456),
        Timestamp(microseconds: -62_135_596_800_000_000),
    ]
    private let days = [Day(number: 0), Day(number: 19_675), Day(number: -719_162)]

    private static let everyType = """
        SELECT $1::uuid, $2::text, $3::int8, $4::int4, $5::bool, $6::bytea, $7::timestamptz, $8::date, $9::jsonb
        """

    @Test("a value of every type comes back as it was sent, and so does its absence")
    func values() async throws {
        try await TestServer.withDatabase { database in
            let rows = try await database.query(
                ParameterTests.everyType,
                [
                    .uuid(identifiers[2]), .text("naïve – 日本 'quoted'"), .int8(.min), .int4(.max), .bool(true),
                    .bytea([0, 255, 92]), .timestamptz(moments[1]), .date(days[1]), .jsonb(#"{"a":[1,null]}"#),
                ])
            let row = try rows.only()
            #expect(try row.identifier(0) == identifiers[2])
            #expect(try row.text(1) == "naïve – 日本 'quoted'")
            #expect(try row.int64(2) == .min)
            #expect(try row.int32(3) == .max)
            #expect(try row.bool(4))
            #expect(try row.bytes(5) == [0, 255, 92])
            #expect(try row.timestamp(6) == moments[1])
            #expect(try row.day(7) == days[1])
            #expect(try row.text(8) == #"{"a": [1, null]}"#)

            let nulls = try await database.query(
                ParameterTests.everyType,
                [
                    .uuid(nil), .text(nil), .int8(nil), .int4(nil), .bool(nil), .bytea(nil), .timestamptz(nil),
                    .date(nil), .jsonb(nil),
                ]
            ).only()
            #expect(try nulls.optionalIdentifier(0) == nil)
            #expect(try nulls.optionalText(1) == nil)
            #expect(try nulls.optionalInt64(2) == nil)
            #expect(try nulls.optionalInt32(3) == nil)
            #expect(try nulls.optionalBool(4) == nil)
            #expect(try nulls.optionalBytes(5) == nil)
            #expect(try nulls.optionalTimestamp(6) == nil)
            #expect(try nulls.optionalDay(7) == nil)
            #expect(try nulls.optionalText(8) == nil)
            #expect(try nulls.isNull(0))
        }
    }

    @Test("an empty text and an empty bytea are not null")
    func empty() async throws {
        try await TestServer.withDatabase { database in
            let row = try await database.query("SELECT $1::text, $2::bytea", [.text(""), .bytea([])]).only()
            #expect(try row.text(0) == "")
            #expect(try row.bytes(1) == [])
        }
    }

    @Test("what the server understands of a value is what was meant")
    func meaning() async throws {
        try await TestServer.withDatabase { database in
            let row = try await database.query(
                "SELECT $1::timestamptz::text, $2::date::text, $3::uuid::text, $4::int8::text",
                [
                    .timestamptz(Timestamp(microseconds: 1_000_001)), .date(Day(number: 1)),
                    .uuid(Identifier(high: 1, low: 2)), .decimal6(Decimal6(3)),
                ]
            ).only()
            #expect(try row.text(0) == "1970-01-01 00:00:01.000001+00")
            #expect(try row.text(1) == "1970-01-02")
            #expect(try row.text(2) == "00000000-0000-0001-0000-000000000002")
            #expect(try row.text(3) == "3000000")
        }
    }

    @Test("arrays of every type come back element by element")
    func arrays() async throws {
        try await TestServer.withDatabase { database in
            let rows = try await database.query(
                """
                SELECT * FROM unnest($1::uuid[], $2::text[], $3::int8[], $4::int4[], $5::bool[], $6::timestamptz[],
                    $7::date[], $8::bytea[], $9::jsonb[], $10::int8[])
                """,
                [
                    .uuids(identifiers), .texts(["", "b", "ü"]), .int8s([1, -2, .max]), .int4s([1, -2, .max]),
                    .bools([true, false, true]), .timestamps(moments), .dates(days), .byteas([[], [0], [1, 2]]),
                    .jsonbs(["1", "{}", "[]"]), .decimal6s([Decimal6(1), .zero, Decimal6(2)]),
                ])
            #expect(rows.count == 3)
            #expect(try rows.map { try $0.identifier(0) } == identifiers)
            #expect(try rows.map { try $0.text(1) } == ["", "b", "ü"])
            #expect(try rows.map { try $0.int64(2) } == [1, -2, .max])
            #expect(try rows.map { try $0.int32(3) } == [1, -2, .max])
            #expect(try rows.map { try $0.bool(4) } == [true, false, true])
            #expect(try rows.map { try $0.timestamp(5) } == moments)
            #expect(try rows.map { try $0.day(6) } == days)
            #expect(try rows.map { try $0.bytes(7) } == [[], [0], [1, 2]])
            #expect(try rows.map { try $0.text(8) } == ["1", "{}", "[]"])
            #expect(try rows.map { try $0.decimal6(9) } == [Decimal6(1), .zero, Decimal6(2)])
        }
    }

    @Test("arrays keep their nulls")
    func arraysWithNulls() async throws {
        try await TestServer.withDatabase { database in
            let rows = try await database.query(
                """
                SELECT * FROM unnest($1::uuid[], $2::text[], $3::int8[], $4::int4[], $5::bool[], $6::timestamptz[],
                    $7::date[], $8::bytea[], $9::jsonb[])
                """,
                [
                    .uuids([nil, identifiers[1]]), .texts([nil, "b"]), .int8s([nil, 2]), .int4s([nil, 2]),
                    .bools([nil, true]), .timestamps([nil, moments[1]]), .dates([nil, days[1]]), .byteas([nil, [1]]),
                    .jsonbs([nil, "2"]),
                ])
            for column in 0..<9 { #expect(try rows[0].isNull(column)) }
            #expect(try rows[1].identifier(0) == identifiers[1])
            #expect(try rows[1].text(1) == "b")
            #expect(try rows[1].int64(2) == 2)
            #expect(try rows[1].int32(3) == 2)
            #expect(try rows[1].bool(4))
            #expect(try rows[1].timestamp(5) == moments[1])
            #expect(try rows[1].day(6) == days[1])
            #expect(try rows[1].bytes(7) == [1])
            #expect(try rows[1].text(8) == "2")
        }
    }

    @Test("empty arrays are arrays without elements, and arrays are read back whole")
    func wholeArrays() async throws {
        try await TestServer.withDatabase { database in
            let row = try await database.query(
                """
                SELECT cardinality($1::uuid[]), cardinality($2::text[]), $1::uuid[], $3::uuid[], $4::text[], $5::int8[]
                """,
                [.uuids([]), .texts([]), .uuids(identifiers), .texts(["a", ""]), .int8s([7, 8])]
            ).only()
            #expect(try row.int32(0) == 0)
            #expect(try row.int32(1) == 0)
            #expect(try row.identifiers(2) == [])
            #expect(try row.identifiers(3) == identifiers)
            #expect(try row.texts(4) == ["a", ""])
            #expect(try row.int64s(5) == [7, 8])
        }
    }

    @Test("sums, which PostgreSQL returns as numeric, are read when they are whole")
    func numerics() async throws {
        try await TestServer.withDatabase { database in
            let values: [Int64] = [
                0, 1, -1, 9_999, 10_000, -10_000, 1_000_000_000_000, 123_456_789_012_345, .max, .min,
            ]
            let rows = try await database.query(
                "SELECT n::numeric FROM unnest($1::int8[]) WITH ORDINALITY AS t(n, i) ORDER BY i", [.int8s(values)])
            #expect(try rows.map { try $0.int64(0) } == values)
            for text in ["0.5", "9223372036854775808", "'NaN'", "1e30"] {
                let error = try await databaseError {
                    try await database.query("SELECT \(text)::numeric").only().int64(0)
                }
                #expect(error.code == .decoding, "\(text)")
            }
        }
    }

    @Test("a value of another type, a null and a missing column are errors of decoding")
    func mismatches() async throws {
        try await TestServer.withDatabase { database in
            let row = try await database.query("SELECT 'a'::text, NULL::int8, 'infinity'::timestamptz").only()
            #expect(throws: DatabaseError.self) { try row.int64(0) }
            #expect(throws: DatabaseError.self) { try row.int64(1) }
            #expect(throws: DatabaseError.self) { try row.timestamp(2) }
            #expect(throws: DatabaseError.self) { try row.text(3) }
            #expect(throws: DatabaseError.self) { try row.text(-1) }
        }
    }

    @Test("a text with a zero byte is refused by the server, and disturbs nothing else")
    func zeroByte() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            let error = try await databaseError { try await database.query("SELECT $1::text", [.text("a\0b")]) }
            #expect(error.sqlState == "22021")
            #expect(!error.isTransient)
            #expect(try await database.query("SELECT 1").only().int32(0) == 1)
        }
    }

    @Test("ten thousand rows go in by one statement with arrays")
    func manyRows() async throws {
        try await TestServer.withSchema { database in
            try await database.query("CREATE TABLE thing (id uuid PRIMARY KEY, name text, amount int8)")
            let ids = (0..<10_000).map { Identifier(high: UInt64($0), low: 1) }
            let inserted = try await database.query(
                "INSERT INTO thing SELECT * FROM unnest($1::uuid[], $2::text[], $3::int8[])",
                [.uuids(ids), .texts(ids.map { "thing \($0.high)" }), .int8s(ids.map { Int64($0.high) })])
            #expect(inserted.affected == 10_000)
            let rows = try await database.query("SELECT id, name, amount FROM thing ORDER BY id")
            #expect(rows.count == 10_000)
            #expect(try rows.map { try $0.identifier(0) } == ids)
            #expect(try rows.last?.text(1) == "thing 9999")
            #expect(try await database.query("SELECT sum(amount) FROM thing").only().int64(0) == 49_995_000)
        }
    }
}
