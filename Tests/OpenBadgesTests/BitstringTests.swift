import OpenBadges
import Testing

@Suite("The bits of a status list")
struct BitstringTests {
    @Test("bit 0 is the left-most, and a list comes back as it went")
    func roundTrip() throws {
        var list = Bitstring()
        list[0] = true
        list[9] = true
        list[131_071] = true
        #expect(list.bytes[0] == 0x80)
        #expect(list.bytes[1] == 0x40)
        #expect(list.bytes[16_383] == 0x01)
        let encoded = try list.encoded()
        #expect(encoded.hasPrefix("u"))
        #expect(try Bitstring(encoded: encoded) == list)
        list[9] = false
        #expect(!list[9] && list[0])
    }

    @Test(
        "what is no list",
        arguments: [
            "", "u", "zAAAA", "u!!!!", "uAAAA",
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAAx",
        ])
    func refused(_ text: String) {
        #expect(throws: OpenBadgeError.self) { try Bitstring(encoded: text) }
    }

    @Test("the specification's own example of an empty list")
    func example() throws {
        let list = try Bitstring(
            encoded: "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA")
        #expect(list.count == 131_072)
        #expect(list.bytes.allSatisfy { $0 == 0 })
    }

    @Test(
        "moments need a time zone",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00+02:00", 951_818_400), ("1970-01-01T00:00:01.5Z", 1),
            ("2026-13-01T00:00:00Z", nil), ("2025-02-29T00:00:00Z", nil), ("2026-01-01T00:00:00", nil),
            ("2026-01-01", nil), ("", nil),
        ] as [(String, Int64?)])
    func moments(_ text: String, _ seconds: Int64?) {
        #expect(Moment(text)?.seconds == seconds)
    }
}
