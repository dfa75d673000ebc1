import Testing

@testable import Database

@Suite("The pool's states")
struct PoolStateTests {
    private final class Thing {}
    private typealias State = PoolState<Thing, String>

    private func words(_ actions: [State.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .lease(_, let waiter): "lease to \(waiter)"
            case .fail(let waiter, let error): "fail \(waiter): \(error.code)"
            case .open(let failures): "open after \(failures)"
            case .close: "close"
            case .finished: "finished"
            }
        }
    }

    @Test("opens one for every waiter up to the limit, and serves them in order")
    func limit() {
        var state = State(limit: 2)
        #expect(state.takeIdle() == nil)
        #expect(words(state.enlist("a", id: 1)) == ["open after 0"])
        #expect(words(state.enlist("b", id: 2)) == ["open after 0"])
        #expect(words(state.enlist("c", id: 3)) == [])
        let one = Thing()
        #expect(words(state.opened(one)) == ["lease to a"])
        #expect(words(state.opened(Thing())) == ["lease to b"])
        #expect(words(state.returned(one, isReusable: true)) == ["lease to c"])
        #expect(state.leased == 2)
    }

    @Test("an unusable connection is closed and replaced while somebody waits")
    func replacement() {
        var state = State(limit: 1)
        _ = state.enlist("a", id: 1)
        let one = Thing()
        _ = state.opened(one)
        #expect(words(state.enlist("b", id: 2)) == [])
        #expect(words(state.returned(one, isReusable: false)) == ["close", "open after 0"])
        #expect(words(state.opened(Thing())) == ["lease to b"])
    }

    @Test("an idle connection that ends is forgotten")
    func idleLoss() {
        var state = State(limit: 1)
        _ = state.enlist("a", id: 1)
        let one = Thing()
        _ = state.opened(one)
        _ = state.returned(one, isReusable: true)
        #expect(state.idle.count == 1)
        #expect(words(state.ended(one)) == [])
        #expect(state.takeIdle() == nil)
        #expect(words(state.enlist("b", id: 2)) == ["open after 0"])
    }

    @Test("while the server is away one attempt at a time is made, and every waiter is served once it is back")
    func backoff() {
        var state = State(limit: 3)
        _ = state.enlist("a", id: 1)
        _ = state.enlist("b", id: 2)
        let away = DatabaseError(.unavailable, "away")
        #expect(words(state.openFailed(away)) == [])
        #expect(words(state.openFailed(away)) == ["open after 2"])
        #expect(words(state.enlist("c", id: 3)) == [])
        #expect(words(state.opened(Thing())) == ["lease to a", "open after 0", "open after 0"])
    }

    @Test("a wrong password fails every waiter at once")
    func misconfiguration() {
        var state = State(limit: 2)
        _ = state.enlist("a", id: 1)
        _ = state.enlist("b", id: 2)
        let refused = DatabaseError(.unavailable, "password", sqlState: "28P01")
        #expect(words(state.openFailed(refused)) == ["fail a: unavailable", "fail b: unavailable"])
        #expect(words(state.openFailed(refused)) == [])
    }

    @Test("who gives up learns what the last attempt met")
    func withdrawal() {
        var state = State(limit: 1)
        _ = state.enlist("a", id: 1)
        _ = state.openFailed(DatabaseError(.unavailable, "away"))
        #expect(state.withdraw(1)?.lastFailure?.message == "away")
        #expect(state.withdraw(1) == nil)
        #expect(words(state.openFailed(DatabaseError(.unavailable, "away"))) == [])
        #expect(state.opening == 0)
    }

    @Test("closing waits for what is lent and what is being opened")
    func closing() {
        var state = State(limit: 3)
        _ = state.enlist("a", id: 1)
        _ = state.enlist("b", id: 2)
        let one = Thing()
        _ = state.opened(one)
        #expect(words(state.close()) == ["fail b: closed"])
        #expect(words(state.opened(Thing())) == ["close"])
        #expect(words(state.enlist("c", id: 3)) == ["fail c: closed"])
        #expect(words(state.returned(one, isReusable: true)) == ["close", "finished"])
    }

    @Test("under any sequence of events the limit holds and nobody is served twice")
    func anySequence() {
        var generator = SplitMix(state: 7)
        for _ in 0..<200 {
            var state = State(limit: 3)
            var leased: [Thing] = []
            var waiting: Set<String> = []
            var opening = 0
            for step in 0..<100 {
                let actions: [State.Action]
                switch Int.random(in: 0..<6, using: &generator) {
                case 0, 1:
                    if let thing = state.takeIdle() {
                        leased.append(thing)
                        actions = []
                    } else {
                        waiting.insert("\(step)")
                        actions = state.enlist("\(step)", id: step)
                    }
                case 2 where opening > 0:
                    opening -= 1
                    actions = state.opened(Thing())
                case 3 where opening > 0:
                    opening -= 1
                    actions = state.openFailed(DatabaseError(.unavailable, "away"))
                case 4 where !leased.isEmpty:
                    actions = state.returned(leased.removeFirst(), isReusable: .random(using: &generator))
                case 5:
                    if let withdrawn = state.withdraw(step / 2) { waiting.remove(withdrawn.waiter) }
                    actions = []
                default: actions = []
                }
                for action in actions {
                    switch action {
                    case .lease(let thing, let waiter):
                        #expect(waiting.remove(waiter) != nil)
                        #expect(!leased.contains { $0 === thing })
                        leased.append(thing)
                    case .open: opening += 1
                    case .close: break
                    case .fail, .finished: Issue.record("nothing failed for good")
                    }
                }
                #expect(state.leased == leased.count)
                #expect(state.waiting == waiting.count)
                #expect(state.opening == opening)
                #expect(leased.count + opening + state.idle.count <= 3)
                #expect(waiting.isEmpty || leased.count + opening > 0, "a waiter that nothing will ever serve")
            }
        }
    }
}

/// A generator of pseudo-random numbers with a seed (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
