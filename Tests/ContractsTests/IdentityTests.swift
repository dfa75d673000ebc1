import Contracts
import Testing

@Suite("Ids and partitions")
struct IdentityTests {
    @Test(
        "ONB-27: a contractor's id and partition follow from source and worker, as published",
        arguments: [
            ("/vms/fieldglass/acme", "W-20871", "962742fa-19a1-8ea5-9703-14249807d17f", 3),
            ("/oulad", "oulad:11391", "c8cf9a38-d153-8e5b-b1fa-303d7a18c0a3", 15),
            ("/sample", "worker-1", "0caa1a03-dbc6-873e-a326-fa7f15258a38", 9),
            ("/sample", "worker-2", "5afb00a9-9b11-85ee-83fc-79ea6f64c3f1", 4),
            ("/sample", "worker-3", "4b1cb3ed-26a3-8d79-a1cc-042c24e4269c", 6),
            ("/sample", "worker-4", "a7fe4f21-3ba8-8a90-9897-9121fe92003f", 5),
            ("/sample", "worker-5", "8119a51e-5e6c-8e6a-b484-f66f1d151214", 3),
            ("/sample", "worker-7", "ade1aca3-8aa9-88be-982d-e936a7cd1f95", 1),
            ("/sample", "worker-8", "b8915224-f67b-80e6-a3ea-152c7fdfecdd", 12),
            ("/sample", "worker-11", "a18549a5-c5b3-86c9-a958-18bd4d32f698", 7),
        ])
    func vectors(source: String, worker: String, id: String, partition: Int) {
        let contractor = Identifier.contractor(source: source, workerId: worker)
        #expect(contractor.description == id)
        #expect(Partition(of: contractor).number == partition)
    }

    @Test("Partitions are evenly used")
    func even() {
        var counts = [Int](repeating: 0, count: Partition.count)
        for number in 0..<16_000 {
            counts[Partition(of: .contractor(source: "/s", workerId: "\(number)")).number] += 1
        }
        #expect(counts.allSatisfy { (850...1150).contains($0) }, "\(counts)")
    }

    @Test("ONB-27: different parts never give the same id, however they are cut")
    func cut() {
        #expect(Identifier.derived("a", "b", "c") != .derived("a", "bc", ""))
        #expect(Identifier.derived("ab", "c") != .derived("a", "bc"))
        #expect(Identifier.contractor(source: "/a", workerId: "1") != .engagement(source: "/a", id: "1"))
    }

    @Test("ONB-27: an id that was derived once stays the same in every version")
    func vectors() {
        let contractor = Identifier.contractor(source: "/vms/north", workerId: "wörker-1")
        #expect(contractor.description == "15d623e1-a112-8614-9d07-895c476364af")
        #expect(Identifier.derived("engagement", "").description == "2b949dbe-b5c6-874d-8048-9988abc31c17")
    }

    @Test("An id is the same whether it is derived from a text or from the text's bytes")
    func bytes() {
        for text in ["", "wörker-1", String(repeating: "a", count: 4096)] {
            #expect(Identifier.derived("content", Array(text.utf8)) == Identifier.derived("content", text))
        }
    }

    @Test("ONB-27: an id is the same whether it is derived from another id or from that id's text")
    func fromID() {
        let cause = Identifier.contractor(source: "/a", workerId: "1")
        #expect(Identifier.derived("credential", cause) == .derived("credential", cause.description))
        #expect(Identifier.derived("wörk", cause, "", "b") == .derived("wörk", cause.description, "", "b"))
    }

    @Test("Sorted, each once, are the elements of a set in order")
    func sortedUnique() {
        var random = SeededGenerator(seed: 23)
        for count in 0..<200 {
            let elements = (0..<count).map { _ in Identifier(high: random.next() % 3, low: random.next() % 20) }
            #expect(elements.sortedUnique() == Set(elements).sorted())
        }
    }

    @Test("Random words come in any number, and no two alike", arguments: [0, 1, 31, 32, 33, 1000])
    func words(count: Int) {
        let words = Chance().words(count)
        #expect(words.count == count && Set(words).count == count)
    }

    @Test("Ids survive their text, in either case, and nothing else is one")
    func text() {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<1000 {
            let id = Identifier.v7(at: Timestamp(microseconds: Int64(random.next() >> 14)), random: &random)
            #expect(Identifier(id.description) == id)
            #expect(Identifier(id.description.uppercased()) == id)
            #expect(Identifier(String(id.description.dropLast())) == nil)
        }
        #expect(Identifier("0caa1a03xdbc6-873e-a326-fa7f15258a38") == nil)
        #expect(Identifier("0caa1a03-dbc6-873e-a326-fa7f15258a3g") == nil)
    }

    @Test("UUIDv7 ids sort by time, and carry version and variant")
    func order() {
        var random = SeededGenerator(seed: 19)
        var last = Identifier(high: 0, low: 0)
        for step in 0..<1000 {
            let id = Identifier.v7(at: Timestamp(microseconds: 1_700_000_000_000_000 + Int64(step)), random: &random)
            #expect(last < id)
            #expect(id.high >> 12 & 0xF == 7 && id.low >> 62 == 2)
            last = id
        }
    }
}
