import Contracts
import Testing

@Suite("CloudEvents envelope")
struct EnvelopeRuleTests {
    private func read(
        _ text: String, judge: EnvelopeJudge = .cloudEvents, limits: EnvelopeLimits = .standard
    ) throws -> EnvelopeReader.Outcome {
        try #require(
            EnvelopeReader.read(
                body: Array(text.utf8), contentType: Envelope.structuredContentType, limits: limits, judge: judge
            ).first)
    }

    @Test(
        "GOV-26: events that CloudEvents 1.0 allows are taken",
        arguments: [
            #"{"specversion":"1.0","id":"1","source":"/s","type":"t"}"#,
            #"{"specversion":"1.0","id":"1","source":"urn:x:y","type":"t","data":null}"#,
            #"{"specversion":"1.0","id":"1","source":"https://h:80/p?q#f","type":"t","time":"1985-04-12T23:20:50.5Z"}"#,
            #"{"specversion":"1.0","id":"1","source":"mailto:a@b.c","type":"t","time":null,"subject":null}"#,
            #"{"specversion":"1.0","id":"1","source":"//[::1]:8080/x","type":"t","ext":true,"other":-2147483648}"#,
            #"{"specversion":"1.0","id":"1","source":"s","type":"t","datacontenttype":"text/xml","data":"<x/>"}"#,
            #"{"specversion":"1.0","id":"1","source":"s","type":"t","datacontenttype":"a/png","data_base64":"/w=="}"#,
            #"{"specversion":"1.0","id":"ü\n","source":"s","type":"t"}"#.replacing(#"\n"#, with: ""),
            #"{"data":{"a":1},"type":"t","source":"s","\u0069d":"1","specversion":"1.0"}"#,
            #"{"specversion":"1.0","id":"1","source":"s","type":"t","dataschema":"https://x.example/s","comext":"v"}"#,
        ])
    func good(text: String) throws {
        let outcome = try read(text)
        #expect(throws: Never.self) { try outcome.get() }
    }

    @Test(
        "GOV-26: an envelope that breaks a rule is refused by the attribute's name",
        arguments: [
            ("specversion", #"{"id":"1","source":"/s","type":"t"}"#),
            ("specversion", #"{"specversion":"0.3","id":"1","source":"/s","type":"t"}"#),
            ("specversion", #"{"specversion":1.0,"id":"1","source":"/s","type":"t"}"#),
            ("id", #"{"specversion":"1.0","source":"/s","type":"t"}"#),
            ("id", #"{"specversion":"1.0","id":"","source":"/s","type":"t"}"#),
            ("id", #"{"specversion":"1.0","id":7,"source":"/s","type":"t"}"#),
            ("id", #"{"specversion":"1.0","id":"a\u0007","source":"/s","type":"t"}"#),
            ("source", #"{"specversion":"1.0","id":"1","type":"t"}"#),
            ("source", #"{"specversion":"1.0","id":"1","source":"a b","type":"t"}"#),
            ("source", #"{"specversion":"1.0","id":"1","source":"1x:y","type":"t"}"#),
            ("source", #"{"specversion":"1.0","id":"1","source":"/%zz","type":"t"}"#),
            ("source", #"{"specversion":"1.0","id":"1","source":"/a[b]","type":"t"}"#),
            ("source", #"{"specversion":"1.0","id":"1","source":"","type":"t"}"#),
            ("type", #"{"specversion":"1.0","id":"1","source":"/s"}"#),
            ("type", #"{"specversion":"1.0","id":"1","source":"/s","type":""}"#),
            ("subject", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","subject":""}"#),
            ("time", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","time":"2018-04-05"}"#),
            ("time", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","time":"2018-13-05T17:31:00Z"}"#),
            ("time", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","time":""}"#),
            ("dataschema", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","dataschema":"/relative"}"#),
            ("datacontenttype", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","datacontenttype":"json"}"#),
            ("partitionKey", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","partitionKey":"x"}"#),
            ("my_ext", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","my_ext":"x"}"#),
            ("ext", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","ext":{"a":1}}"#),
            ("ext", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","ext":1.5}"#),
            ("ext", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","ext":2147483648}"#),
            ("data_base64", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","data":1,"data_base64":"MQ=="}"#),
            ("data_base64", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","data_base64":"M"}"#),
            ("data_base64", #"{"specversion":"1.0","id":"1","source":"/s","type":"t","data_base64":7}"#),
            ("id", #"{"specversion":"1.0","id":"1","id":"2","source":"/s","type":"t"}"#),
            ("", #"["specversion"]"#),
            ("", #"{"specversion":"1.0","id":"1","source":"/s","type":"t",}"#),
            ("", ""),
        ])
    func bad(path: String, text: String) throws {
        let refused = try read(text).refusal()
        #expect(refused.problems.first?.path == path, "\(refused.problems)")
    }

    @Test("GOV-26: Guildhall takes JSON data only, and ids and sources that can be keys")
    func guildhall() throws {
        let xml = #"{"specversion":"1.0","id":"1","source":"s","type":"t","datacontenttype":"text/xml","data":"<x/>"}"#
        let long = String(repeating: "x", count: 501)
        let key = #"{"specversion":"1.0","id":"\#(long)","source":"s","type":"t"}"#
        for (text, path) in [(xml, "datacontenttype"), (key, "id")] {
            let refused = try read(text, judge: .guildhall).refusal()
            #expect(refused.problems.map(\.path).first == path)
            #expect(throws: Never.self) { try read(text).get() }
        }
    }

    @Test("A refusal can be filed under what could be read")
    func filed() throws {
        let text = #"{"specversion":"1.0","id":"7","source":"/s","type":"t","data":{"a":1,"a":2}}"#
        let refused = try read(text).refusal()
        #expect(refused.code == .duplicateKey)
        #expect((refused.id, refused.source, refused.type) == ("7", "/s", "t"))
        #expect(refused.message == "data.a stands twice in its object")
    }

    @Test("Limits: 32 levels are taken and 33 refused; a byte too many is refused")
    func limits() throws {
        func nested(_ levels: Int) -> String {
            let inner = String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1)
            return #"{"specversion":"1.0","id":"1","source":"s","type":"t","data":\#(inner)}"#
        }
        #expect(throws: Never.self) { try read(nested(32)).get() }
        let deep = try read(nested(33)).refusal()
        #expect(deep.code == .tooDeep && deep.id == "1")
        let abyss = try read(nested(100_000)).refusal()
        #expect(abyss.code == .tooDeep)
        let limits = EnvelopeLimits(bytes: nested(3).utf8.count - 1)
        let large = try read(nested(3), limits: limits).refusal()
        #expect(large.code == .tooLarge)
    }

    @Test("A malformed traceparent is as good as none")
    func traceparent() throws {
        let good = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        for (text, expected) in [(good, good as String?), ("00-0-0-00", nil), (good.uppercased(), nil)] {
            let event = try read(
                #"{"specversion":"1.0","id":"1","source":"s","type":"t","traceparent":"\#(text)"}"#
            ).get()
            #expect(event.envelope.traceparent == expected)
        }
    }
}
