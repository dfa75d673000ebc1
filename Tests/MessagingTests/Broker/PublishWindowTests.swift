import Contracts
import Testing

@testable import Messaging

@Suite("Publish window")
struct PublishWindowTests {
    private static func message(_ id: String? = nil, mandatory: Bool = false) -> OutgoingMessage {
        OutgoingMessage(exchange: "e", routingKey: "k", body: [], messageID: id, mandatory: mandatory)
    }

    private static func job(_ count: Int) -> PublishJob {
        PublishJob((0..<count).map { _ in message() })
    }

    @Test("whatever the order of answers, each job ends once, with its outcomes", arguments: 0..<200 as Range<UInt64>)
    func anyOrder(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var window = PublishWindow()
        var expected: [UInt64: PublishOutcome] = [:]
        var open: Set<UInt64> = []
        var jobs: [PublishJob] = []
        var done: [ObjectIdentifier] = []
        for _ in 0..<400 {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0:
                let job = Self.job(Int.random(in: 1...9, using: &generator))
                jobs.append(job)
                window.add(job)
            case 1...4:
                if let sequence = window.send()?.sequence { open.insert(sequence) }
            default:
                guard let sequence = open.randomElement(using: &generator) else { continue }
                let multiple = Int.random(in: 0..<4, using: &generator) == 0
                let accepted = Int.random(in: 0..<5, using: &generator) > 0
                for settled in open where settled == sequence || multiple && settled < sequence {
                    expected[settled] = accepted ? .confirmed : .rejected
                    open.remove(settled)
                }
                done += window.settle(sequence, multiple: multiple, accepted: accepted).map(ObjectIdentifier.init)
            }
            #expect(window.inFlight == open.count)
        }
        while let sequence = window.send()?.sequence { open.insert(sequence) }
        for settled in open { expected[settled] = .confirmed }
        done += window.settle(0, multiple: true, accepted: true).map(ObjectIdentifier.init)
        #expect(window.inFlight == 0)
        let left = window.removeAll()
        #expect(left.isEmpty)
        #expect(done.count == jobs.count && Set(done) == Set(jobs.map(ObjectIdentifier.init)))
        var sequence: UInt64 = 1
        for job in jobs {
            #expect(job.firstSequence == sequence)
            #expect(job.outcomes == job.messages.indices.map { expected[sequence + UInt64($0)] })
            sequence += UInt64(job.messages.count)
        }
    }

    @Test("an answer twice, or to a number never given, changes nothing")
    func strangeAnswers() {
        var window = PublishWindow()
        window.add(Self.job(2))
        _ = window.send()
        for (sequence, multiple) in [(5, true), (2, false), (1, false), (1, false)] as [(UInt64, Bool)] {
            let done = window.settle(sequence, multiple: multiple, accepted: true)
            #expect(done.isEmpty)
        }
        #expect(window.inFlight == 0)
        _ = window.send()
        let done = window.settle(2, multiple: true, accepted: true)
        #expect(done.count == 1 && done[0].outcomes == [.confirmed, .confirmed])
    }

    @Test("a returned message is told by its id, or by the number in its header")
    func returns() {
        var window = PublishWindow()
        let job = PublishJob([
            Self.message("a", mandatory: true), Self.message("b", mandatory: true), Self.message(nil, mandatory: true),
            Self.message("b", mandatory: true),
        ])
        window.add(job)
        for _ in 0..<4 { _ = window.send() }
        let back = PublishOutcome.returned(code: 312, text: "NO_ROUTE")
        for (sequence, id, known) in [(nil, "b", true), (nil, "b", true), (3, nil, true), (nil, "c", false)]
            as [(UInt64?, String?, Bool)]
        {
            let found = window.returned(sequence: sequence, messageID: id, routingKey: "k", code: 312, text: "NO_ROUTE")
            #expect(found == known)
        }
        let done = window.settle(4, multiple: true, accepted: true)
        #expect(done.first?.outcomes == [.confirmed, back, back, back])
    }
}
