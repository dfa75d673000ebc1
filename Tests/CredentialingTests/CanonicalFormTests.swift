import Contracts
import LinkedData
import OpenBadges
import Testing

@testable import CredentialingService

@Suite("CRD-02: canonical JSON, encodings and texts of moments")
struct CanonicalFormTests {
    private func text(_ json: JSON) -> String {
        String(decoding: json.canonical, as: UTF8.self)
    }

    @Test("members go by UTF-16 code units, as RFC 8785 section 3.2.3 shows")
    func order() {
        let json: JSON = [
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control",
            "\u{f6}": "Latin Small Letter O With Diaeresis",
        ]
        #expect(
            text(json)
                == "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
                + "\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20ac}\":\"Euro Sign\","
                + "\"\u{1F600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}")
    }

    @Test("only what must be escaped is escaped, in the shortest way")
    func escapes() {
        #expect(
            text(.text("\u{20ac}$\u{0F}\nA'B\"\\\u{8}\u{c}\t\u{7f}/"))
                == "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\b\\f\\t\u{7f}/\"")
    }

    @Test("scalars and nesting")
    func scalars() {
        #expect(text(["b": [.integer(-7), true, false], "a": [:]]) == "{\"a\":{},\"b\":[-7,true,false]}")
    }

    @Test(
        "base 58 there and back",
        arguments: [
            ([], ""), ([0], "1"), ([0, 0, 1], "112"), (Array("Hello World!".utf8), "2NEpo7TZRRrLZSi2U"),
            ([0xFF, 0xFF, 0xFF, 0xFF], "7YXq9G"),
        ] as [([UInt8], String)])
    func base58(_ bytes: [UInt8], _ text: String) {
        #expect(Base58.encode(bytes) == text)
        #expect(Base58.decode(text) == bytes)
    }

    @Test("base 58 refuses characters that are not its own")
    func base58Refuses() {
        #expect(Base58.decode("0OIl") == nil)
    }

    @Test("moments to the second, in UTC")
    func moments() {
        #expect(UTCText.seconds(Timestamp(microseconds: 0)) == "1970-01-01T00:00:00Z")
        #expect(UTCText.seconds(Timestamp(microseconds: 1_391_212_799_999_999)) == "2014-01-31T23:59:59Z")
        #expect(UTCText.seconds(Timestamp(microseconds: -1)) == "1969-12-31T23:59:59Z")
    }

    @Test("decimals without needless zeros")
    func decimals() {
        #expect(Decimal6(40).text == "40")
        #expect(Decimal6(millionths: 78_500_000).text == "78.5")
        #expect(Decimal6(millionths: -1).text == "-0.000001")
    }

    @Test(
        "CRD-02: the issuer's did:web follows from its address",
        arguments: [
            ("https://guildhall.example", "did:web:guildhall.example"),
            ("http://localhost:18083", "did:web:localhost%3A18083"),
            ("https://work.example/guildhall/", "did:web:work.example:guildhall"),
        ])
    func didWeb(_ base: String, _ did: String) {
        #expect(Issuer(base: base, name: "Guildhall").id == did)
    }
}
