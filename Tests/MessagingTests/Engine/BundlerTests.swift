import Contracts
import Foundation
import Testing

@testable import Messaging

@Suite("Bundling events into messages")
struct BundlerTests {
    private struct Told: Decodable {
        let contractor: Int
        let number: Int
    }

    private func bundled(_ told: [(contractor: Int, type: EventType)]) -> [EventBundle] {
        var bundler = Bundler()
        for (number, event) in told.enumerated() {
            bundler.add(Identifier(high: 1, low: UInt64(number)), event.type, about: id(event.contractor)) {
                $0 += Array("{\"contractor\":\(event.contractor),\"number\":\(number)}".utf8)
            }
        }
        return bundler.bundles
    }

    private func id(_ contractor: Int) -> Identifier { Identifier(high: 2, low: UInt64(contractor)) }

    private func read(_ bundle: EventBundle) throws -> [Told] {
        let body = Data(bundle.body)
        return bundle.events == 1
            ? [try JSONDecoder().decode(Told.self, from: body)] : try JSONDecoder().decode([Told].self, from: body)
    }

    @Test("events of one routing key travel together, up to the most that a message holds")
    func together() throws {
        let neighbours = (0...).lazy.filter { Partition(of: id($0)).number == 0 }.prefix(70)
        let bundles = bundled(neighbours.map { ($0, EventType("a")) })
        #expect(bundles.allSatisfy { $0.routingKey == "a.00" })
        #expect(bundles.map(\.events) == [32, 32, 6])
        #expect(try bundles.flatMap(read).map(\.number) == Array(0..<70))
        #expect(bundles.map(\.id.low) == [0, 32, 64])
    }

    @Test("an event that stands alone is no batch")
    func alone() throws {
        let bundles = bundled([(1, EventType("a")), (1, EventType("b"))])
        #expect(bundles.map { $0.body.first } == [UInt8(ascii: "{"), UInt8(ascii: "{")])
    }

    @Test(
        "no event overtakes another of its contractor, and each is told once, whatever the mix",
        arguments: 0..<200 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let people = Int.random(in: 1...12, using: &chance)
        let told = (0..<Int.random(in: 0...300, using: &chance)).map { _ in
            (Int.random(in: 0..<people, using: &chance), EventType("\("abc".randomElement(using: &chance) ?? "a")"))
        }
        let bundles = bundled(told)
        var seen: [Told] = []
        for bundle in bundles {
            let events = try read(bundle)
            #expect(events.count == bundle.events && bundle.events <= EventBundle.most)
            #expect(
                events.allSatisfy {
                    told[$0.number].1.routingKey(Partition(of: id($0.contractor))) == bundle.routingKey
                })
            seen += events
        }
        #expect(seen.map(\.number).sorted() == Array(0..<told.count))
        for person in 0..<people {
            let numbers = seen.filter { $0.contractor == person }.map(\.number)
            #expect(numbers == numbers.sorted())
        }
        #expect(bundles.map(\.id) == bundles.map(\.id).sorted())
    }

    @Test("a long event fills a message before the number of events does")
    func long() {
        var bundler = Bundler()
        for number in 0..<4 {
            bundler.add(Identifier(high: 1, low: UInt64(number)), EventType("a"), about: id(0)) {
                $0 += Array(repeating: UInt8(ascii: "1"), count: 60_000)
            }
        }
        #expect(bundler.bundles.map(\.events) == [2, 2])
    }
}
