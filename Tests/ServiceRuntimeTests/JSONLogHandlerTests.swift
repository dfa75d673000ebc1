import Contracts
import Foundation
import Logging
import ServiceRuntime
import Synchronization
import Testing

@Suite("JSON log lines")
struct JSONLogHandlerTests {
    /// Collects lines.
    private final class Lines: Sendable {
        private let all = Mutex<[[UInt8]]>([])
        var output: LogOutput { LogOutput { line in self.all.withLock { $0.append(line) } } }
        var lines: [[UInt8]] { all.withLock { $0 } }
    }

    private func line(_ log: (Logger) -> Void) throws -> [String: Any] {
        let lines = Lines()
        log(logger(lines))
        let bytes = try #require(lines.lines.first)
        #expect(lines.lines.count == 1)
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(!bytes.dropLast().contains(UInt8(ascii: "\n")))
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func logger(_ lines: Lines) -> Logger {
        let output = lines.output
        return Logger(label: "engine") { label in
            JSONLogHandler(
                label: label, service: "onboarding", level: .info, output: output,
                clock: { Timestamp(microseconds: 1_700_000_000_123_456) })
        }
    }

    @Test("a line is one JSON object with time, level, logger, service and message")
    func shape() throws {
        let object = try line { $0.info("hello") }
        #expect(object["time"] as? String == "2023-11-14T22:13:20.123456Z")
        #expect(object["level"] as? String == "info")
        #expect(object["logger"] as? String == "engine")
        #expect(object["service"] as? String == "onboarding")
        #expect(object["message"] as? String == "hello")
    }

    @Test("quotes, backslashes, control characters and any script survive")
    func escapes() throws {
        let text = "a\"b\\c\nd\te\u{1}f\u{7F}\u{2028}é漢🎉"
        let object = try line { $0.info("\(text)", metadata: ["k\"": "\(text)"]) }
        #expect(object["message"] as? String == text)
        #expect(object["k\""] as? String == text)
    }

    @Test("metadata is flattened, ids of the message among it, and cannot replace the line's own members")
    func metadata() throws {
        let object = try line {
            $0.info(
                "x",
                metadata: LogMetadata.message(id: "m1", correlation: "c1", traceparent: "00-ab-cd-01")
                    .merging(["level": "fake", "nested": ["a": ["1", "2"]]]) { $1 })
        }
        #expect(object["message_id"] as? String == "m1")
        #expect(object["correlation_id"] as? String == "c1")
        #expect(object["traceparent"] as? String == "00-ab-cd-01")
        #expect(object["level"] as? String == "info")
        #expect(object["metadata.level"] as? String == "fake")
        #expect(object["nested.a.1"] as? String == "2")
    }

    @Test("a line is bounded, whatever is logged")
    func bound() throws {
        let lines = Lines()
        let long = Logger.MetadataValue.string(String(repeating: "\u{1}é", count: 5000))
        let flood = Dictionary(uniqueKeysWithValues: (0..<100).map { ("key\($0)", long) })
        logger(lines).error("\(String(repeating: "漢", count: 100_000))", metadata: flood)
        let bytes = try #require(lines.lines.first)
        #expect(bytes.count <= 8192)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["truncated"] as? Bool == true)
    }

    @Test("a value under a name that means a secret or a person's contact is not written")
    func hidden() throws {
        let object = try line {
            $0.info("x", metadata: ["database.password": "hunter2", "worker": ["Email": "a@example.org"]])
        }
        #expect(object["database.password"] as? String == "[secret]")
        #expect(object["worker.Email"] as? String == "[secret]")
    }
}
