import Testing

@testable import Messaging

@Suite("Audit chain")
struct AuditChainTests {
    @Test("GOV-01: no two different entries have the same hash because their columns run together")
    func columns() {
        let left = AuditChain.Entry(columns: ["ab", "c", nil])
        let right = AuditChain.Entry(columns: ["a", "bc", nil])
        let empty = AuditChain.Entry(columns: ["ab", "c", ""])
        #expect(AuditChain.hash(left) != AuditChain.hash(right))
        #expect(AuditChain.hash(left) != AuditChain.hash(empty))
    }

    @Test("GOV-01: a digest depends on every entry and on their order")
    func order() {
        let entries = (0..<5).map { AuditChain.Entry(columns: ["\($0)", nil]) }
        func digest(_ entries: [AuditChain.Entry]) -> [UInt8] {
            var digest = AuditChain.Digest()
            for entry in entries { digest.add(entry) }
            return digest.bytes()
        }
        #expect(digest(entries) != digest(entries.reversed()))
        #expect(digest(entries) != digest(Array(entries.dropLast())))
        #expect(digest(entries) == digest(entries))
    }

    @Test("GOV-01: a link changes with each of its parts")
    func link() {
        let digest = [UInt8](repeating: 1, count: 32)
        let link = AuditChain.link(
            number: 1, previous: AuditChain.beginning, from: "0", to: "9", entries: 3, digest: digest)
        let others = [
            AuditChain.link(number: 2, previous: AuditChain.beginning, from: "0", to: "9", entries: 3, digest: digest),
            AuditChain.link(number: 1, previous: digest, from: "0", to: "9", entries: 3, digest: digest),
            AuditChain.link(number: 1, previous: AuditChain.beginning, from: "1", to: "9", entries: 3, digest: digest),
            AuditChain.link(number: 1, previous: AuditChain.beginning, from: "0", to: "8", entries: 3, digest: digest),
            AuditChain.link(number: 1, previous: AuditChain.beginning, from: "0", to: "9", entries: 4, digest: digest),
        ]
        #expect(!others.contains(link))
        #expect(Set(others).count == others.count)
    }
}
