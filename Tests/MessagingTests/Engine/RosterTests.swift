import Contracts
import Testing

@testable import Messaging

@Suite("Who is one person with whom")
struct RosterTests {
    private let a = Identifier(high: 0, low: 1)
    private let b = Identifier(high: 0, low: 2)
    private let c = Identifier(high: 0, low: 3)

    @Test("ONB-27: somebody linked with nobody stands for themselves")
    func alone() {
        let roster = Roster([(a, a)])
        #expect(roster.canonical(of: a) == a)
        #expect(roster.members(of: a) == [a])
        #expect(roster.members(of: b) == [b])
    }

    @Test("ONB-27: every member of a group finds the same members and the same canonical contractor")
    func group() {
        let roster = Roster([(c, a), (a, a), (b, a)])
        for member in [a, b, c] {
            #expect(roster.canonical(of: member) == a)
            #expect(roster.members(of: member) == [a, b, c])
        }
    }

    @Test("ONB-27: how often it was announced who stands for somebody is 0 until it was")
    func sequences() {
        let roster = Roster([(c, a), (a, a)], sequences: [c: 3])
        #expect(roster.linkSequence(of: c) == 3)
        #expect(roster.linkSequence(of: a) == 0)
    }

    @Test("ONB-27: what is loaded of a contractor is loaded of everybody in the group, each once")
    func everybody() {
        let roster = Roster([(c, a), (a, a), (b, b)])
        #expect(roster.everybody(with: [a, b]) == [a, b, c])
        #expect(roster.everybody(with: [a, c]) == [a, c])
        #expect(roster.everybody(with: [b]) == [b])
        #expect(Roster([(a, a), (b, b)]).everybody(with: [a, b]) == [a, b])
    }
}
