import Pages
import Testing

@Suite("Axes of charts")
struct ChartScaleTests {
    @Test("places keep the proportions of values, on axes that go either way")
    func places() {
        let right = ChartScale(-1...3, from: 10, to: 50)
        #expect([-1, 0, 3].map(right.place) == [10, 20, 50])
        let up = ChartScale(0...1, from: 200, to: 0)
        #expect([0, 0.25, 1].map(up.place) == [200, 150, 0])
        #expect(up.place(7) == 0 && up.place(-7) == 200)
    }

    @Test("round values lie inside, in even steps of 1, 2 or 5, never more than asked for and one")
    func ticks() {
        for number in 0..<500 {
            let low = -1e4 + Double(number) * 40.17
            let width = [0.01, 1, 37, 1e6][number % 4] * (0.1 + Double(number % 97) / 10)
            let scale = ChartScale(low...(low + width), from: 0, to: 1)
            let ticks = scale.ticks(about: 4)
            #expect((1...5).contains(ticks.count), "\(low) \(width): \(ticks)")
            #expect(ticks.allSatisfy { $0 >= low - width / 1e6 && $0 <= low + width * (1 + 1e-6) })
            let steps = zip(ticks, ticks.dropFirst()).map { $1 - $0 }
            #expect(steps.allSatisfy { abs($0 - steps[0]) < width / 1e6 })
        }
        #expect(ChartScale(0...1, from: 0, to: 1).ticks(about: 5) == [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
        #expect(ChartScale(0...2, from: 0, to: 1).ticks(about: 4, leastStep: 1) == [0, 1, 2])
    }

    @Test("what is not finite is no value, and a scale of nothing or of one value still has room")
    func degenerate() {
        let scale = ChartScale(holding: [.nan, .infinity, 2, 4], from: 0, to: 100)
        #expect(scale.low == 1.9 && scale.high == 4.1)
        #expect(ChartScale(holding: [.nan], from: 0, to: 1).high == 1)
        #expect(ChartScale(holding: [5], from: 0, to: 100).place(5) == 50)
        #expect(ChartScale(holding: [5], from: 0, to: 100).ticks(about: 4).contains(5))
    }
}
