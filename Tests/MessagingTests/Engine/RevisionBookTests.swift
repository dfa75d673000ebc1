import Contracts
import Testing

@testable import Messaging

@Suite("Revisions of a record")
struct RevisionBookTests {
    private let record = Identifier(high: 1, low: 1)
    private let contractor = Identifier(high: 2, low: 1)
    private let other = Identifier(high: 2, low: 2)

    private func content(_ revision: Int64) -> Identifier { Identifier(high: 3, low: UInt64(revision)) }

    private func key(_ revision: Int64) -> RecordKey { RecordKey(record: record, revision: revision) }

    @Test(
        "GOV-26: a revision that is known is repeated, one with another content refused, whatever order they came in",
        arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0, 1], [0, 0, 2, 1, 2]] as [[Int64]])
    func repeats(order: [Int64]) {
        var book = RevisionBook()
        book.expect(1)
        for revision in order { book.note(key(revision), content: content(revision), contractor: contractor) }
        for revision in Int64(0)...2 {
            #expect(book.verdict(key(revision), content: content(revision), contractor: contractor) == .repeated)
            let changed = book.verdict(key(revision), content: content(9), contractor: contractor)
            #expect(changed == .refused(.revisionConflict(revision)))
        }
        #expect(book.verdict(key(3), content: content(3), contractor: contractor) == .fresh)
    }

    @Test("GOV-26: a record stays with its contractor, also where only its owner is known or a revision names nobody")
    func owners() {
        var book = RevisionBook()
        book.note(owner: contractor, of: record)
        #expect(book.verdict(key(0), content: content(0), contractor: contractor) == .fresh)
        #expect(book.verdict(key(0), content: content(0), contractor: other) == .refused(.contractorChanged))
        book.note(key(0), content: content(0), contractor: nil)
        #expect(book.verdict(key(0), content: content(0), contractor: contractor) == .repeated)
        #expect(book.verdict(key(1), content: content(1), contractor: other) == .refused(.contractorChanged))
    }

    @Test("GOV-26: a revision without a contractor leaves open whose record it is")
    func openOwner() {
        var book = RevisionBook()
        book.note(key(0), content: content(0), contractor: nil)
        #expect(book.verdict(key(1), content: content(1), contractor: other) == .fresh)
    }
}
