import Testing

@testable import CredentialingService

@Suite("Bits of status lists")
struct StatusPermutationTests {
    @Test("every position has a bit of its own, far from its neighbours'")
    func permutation() {
        let permutation = StatusPermutation(key: Array(repeating: 3, count: 32))
        var seen: Set<Int32> = []
        var near = 0
        var last: Int32 = 0
        for position in 0..<StatusPermutation.size {
            let place = permutation.place(position)
            seen.insert(place.index)
            if abs(place.index - last) < 64 { near += 1 }
            last = place.index
            if place.list != 0 || place.index < 0 || Int64(place.index) >= StatusPermutation.size {
                Issue.record("position \(position) has no bit of the first list")
                return
            }
        }
        #expect(Int64(seen.count) == StatusPermutation.size)
        #expect(near < 500)
    }

    @Test("another list, or another secret, is another order")
    func lists() {
        let one = StatusPermutation(key: [1])
        let other = StatusPermutation(key: [2])
        let positions = Int64(0)..<100
        let first = positions.map { one.place($0).index }
        #expect(first != positions.map { one.place($0 + StatusPermutation.size).index })
        #expect(first != positions.map { other.place($0).index })
        #expect(one.place(StatusPermutation.size).list == 1)
    }
}
