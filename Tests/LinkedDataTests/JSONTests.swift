import LinkedData
import Testing

@Suite("JSON and its canonical form")
struct JSONTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try JSON.parse(text).canonical, as: UTF8.self)
    }

    @Test(
        "numbers as RFC 8785 has them",
        arguments: [
            ("0", "0"), ("-0", "0"), ("5e-324", "5e-324"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
            ("9007199254740992", "9007199254740992"), ("295147905179352830000", "295147905179352830000"),
            ("1e21", "1e+21"), ("9.999999999999997e22", "9.999999999999997e+22"), ("1e-6", "0.000001"),
            ("1e-7", "1e-7"), ("333333333.33333329", "333333333.3333333"), ("4.50", "4.5"), ("2e-3", "0.002"),
            ("0.000000000000000000000000001", "1e-27"), ("-12.25", "-12.25"),
        ])
    func numbers(_ written: String, _ expected: String) throws {
        #expect(try canonical(written) == expected)
    }

    @Test("members in order of UTF-16, with the fewest escapes")
    func members() throws {
        #expect(
            try canonical(#"{"\u20ac":"\u000f\n\"\\\/","\ufb33":1,"\ud83d\ude00":2,"1":[true, false,null]}"#)
                == "{\"1\":[true,false,null],\"€\":\"\\u000f\\n\\\"\\\\/\",\"😀\":2,\"דּ\":1}")
    }

    @Test(
        "what is no JSON, or not one JSON",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", "1e", "+1", "nul", "\"\\x\"", "\"\\ud800\"",
            "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"a", "\"\u{1}\"", "1 2", "1e999", "'a'", "{a:1}", "\"\\u12G4\"",
        ])
    func refused(_ text: String) {
        #expect(throws: LinkedDataError.self) { try JSON.parse(text) }
    }

    @Test("nesting has an end")
    func depth() {
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(throws: LinkedDataError.self) { try JSON.parse(deep) }
    }
}
