import Contracts
import Testing

@Suite("Strictness of the decoder")
struct StrictnessTests {
    private static let sample = #"""
        {"id":"R-1","revision":1,"eventTime":"2025-09-10T09:00:00Z","person":{"workerId":"W-1"},"programme":"p",
        "offering":"o","assessment":"a","score":78.5,"scale":{"minimum":0,"maximum":100}}
        """#

    private func problems(_ old: String, _ new: String) throws -> [String] {
        let text = Self.sample.replacing(old, with: new)
        try #require(text != Self.sample || old == new)
        switch Catalogue.decode(.assessmentResultRecorded, Array(text.utf8)) {
        case .success: return []
        case .failure(let failure): return failure.problems.map(\.description)
        }
    }

    @Test("GOV-26: a good message has no problem")
    func good() throws {
        #expect(try problems("", "") == [])
    }

    @Test(
        "GOV-26: a bad field is named by its path, with what was expected and what was found",
        arguments: [
            (#""revision":1,"#, "", "data.revision is required"),
            (#""revision":1"#, #""revision":null"#, "data.revision is required, found null"),
            (#""revision":1"#, #""revision":"1""#, "data.revision must be a whole number, found \"1\""),
            (#""revision":1"#, #""revision":1.5"#, "data.revision must be a whole number of 0 or more, up to"),
            (#""revision":1"#, #""revision":-1"#, "data.revision must be a whole number of 0 or more, up to"),
            (#""revision":1"#, #""revision":9223372036854775808"#, "data.revision must be a whole number of 0"),
            (#""id":"R-1""#, #""id":"""#, "data.id must not be empty"),
            (#""id":"R-1""#, #""id":7"#, "data.id must be a text, found 7"),
            (#""id":"R-1""#, #""id":"a\u0000b""#, "data.id must not hold the character U+0000"),
            (#""id":"R-1""#, #""id":"\ud800""#, "data.id holds half of a surrogate pair"),
            (#""id":"R-1""#, #""id":"\x""#, "data.id holds a backslash before something that it cannot escape"),
            (#""id":"R-1""#, "\"id\":\"a\u{1}\"", "data.id holds the control character 0x1"),
            (#""workerId":"W-1""#, #""workerId":{}"#, "data.person.workerId must be a text, found an object"),
            (#"{"workerId":"W-1"}"#, "[]", "data.person must be an object, found a list"),
            ("2025-09-10T09:00:00Z", "2025-02-29T09:00:00Z", "data.eventTime must be a moment of RFC 3339"),
            ("2025-09-10T09:00:00Z", "2025-09-10T09:00:00", "data.eventTime must be a moment of RFC 3339"),
            ("78.5", "78.1234567", "data.score must have at most six decimals"),
            ("78.5", "\"78.5\"", "data.score must be a number, found \"78.5\""),
            ("78.5", "1e30", "data.score must be a number from"),
            ("78.5", "100.000001", "data.score must lie between scale.minimum and scale.maximum"),
            (#""maximum":100"#, #""maximum":0"#, "data.scale.maximum must be greater than minimum"),
            (#""score":78.5"#, #""score":78.5,"score":79"#, "data.score stands twice in its object"),
            (#""score":78.5"#, #""score":78.5,"sc\u006fre":79"#, "data.score stands twice in its object"),
            (#""score":78.5"#, #""score":78.5,"x":{"y":1,"y":2}"#, "data.x.y stands twice in its object"),
            (#""score":78.5"#, #""score":78.5,"priorLearning":"no""#, "data.priorLearning must be true or false"),
            (#""score":78.5"#, #""score":78.5,"subResults":{}"#, "data.subResults must be a list"),
            (
                #""score":78.5"#, #""score":78.5,"subResults":[{"name":"a","score":1,"maximum":2},{"name":"b"}]"#,
                "data.subResults[1].score is required"
            ),
            ("78.5", "78.5}", "data is not JSON"),
            ("78.5", "078.5", "data is not JSON"),
            ("78.5", "NaN", "data is not JSON"),
        ])
    func bad(old: String, new: String, expected: String) throws {
        let found = try problems(old, new)
        #expect(found.first?.hasPrefix(expected) == true, "\(found)")
    }

    @Test("GOV-26: absent and null optional fields mean the same, and whole numbers may be written 1.0 or 1e0")
    func lenient() throws {
        #expect(try problems(#""revision":1"#, #""revision":1.0,"recordedTime":null"#) == [])
        #expect(try problems(#""revision":1"#, #""revision":10e-1,"subResults":null,"priorLearning":null"#) == [])
    }

    @Test("All problems are told, up to twenty, in the order of the contract")
    func all() throws {
        let result = Catalogue.decode(.engagementRecorded, Array(#"{"country":"usa","rate":{"currency":"usd"}}"#.utf8))
        let failure = try result.refusal()
        #expect(
            failure.problems.map(\.path) == [
                "data.id", "data.revision", "data.eventTime", "data.person", "data.status", "data.roleCode",
                "data.rate.amount", "data.rate.currency", "data.rate.unit", "data.country",
            ])
        #expect(
            failure.description.contains(
                #"data.rate.currency must be three capital letters of ISO 4217, found "usd""#))
        let many = #"{"subResults":[\#((0..<50).map { _ in "{}" }.joined(separator: ","))]}"#
        let twenty = try Catalogue.decode(.assessmentResultRecorded, Array(many.utf8)).refusal()
        #expect(twenty.problems.count == ContractProblem.limit)
    }

    @Test("Lengths count characters, not bytes")
    func lengths() throws {
        let wide = String(repeating: "世", count: 200)
        #expect(try problems("R-1", wide) == [])
        #expect(try problems("R-1", wide + "世") == ["data.id must have at most 200 characters, found 201"])
        #expect(try problems("R-1", #"\u4e16\ud83d\ude00"#) == [])
    }

    @Test("Invalid UTF-8 is refused with its place")
    func utf8() throws {
        for bad: [UInt8] in [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE4, 0xB8]] {
            let text = Array(Self.sample.utf8)
            let place = 7
            let bytes = Array(text[..<place]) + bad + Array(text[place...])
            let failure = try Catalogue.decode(.assessmentResultRecorded, bytes).refusal()
            #expect(failure.problems.first?.description.hasPrefix("data.id is not valid UTF-8") == true)
        }
    }

    @Test("An unknown type is refused, and a near one is offered")
    func unknown() throws {
        let failure = try Catalogue.decode(EventType("guildhall.engagement.recorded.v2"), []).refusal()
        #expect(failure.problems.first?.path == "type")
        #expect(failure.description.contains("did you mean guildhall.engagement.recorded.v1"))
        let short = try Catalogue.find("engagment.recorded").refusal()
        #expect(short.description.contains("guildhall.engagement.recorded.v1"))
        #expect(try Catalogue.find("engagement.recorded").get().type == .engagementRecorded)
    }
}
