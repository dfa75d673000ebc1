import Contracts
import Testing

@Suite("Files of events")
struct EventTextTests {
    @Test(
        "One event, a list and one a line are taken apart alike",
        arguments: [
            ("{\n \"id\": 1\n}\n", 1), ("[{},{ }]", 2), ("{}\n{}\r\n\n{}", 3), ("", 0), ("[]", 0), ("  ", 0),
            ("{\"a\":\n{}\n", 2), ("[{},\n", 1), ("{} {}", 1),
        ])
    func split(text: String, count: Int) {
        #expect(EventText.split(Array(text.utf8)).count == count)
    }

    @Test("The ranges hold the events and nothing around them")
    func ranges() {
        let bytes = Array(" [ {\"a\":\"]\\\"\"} , 7 ]".utf8)
        let texts = EventText.split(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(texts == [#"{"a":"]\""}"#, "7"])
    }
}
