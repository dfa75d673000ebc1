import Pages
import Testing

@Suite("Charts")
struct ChartTests {
    private static let words = ChartWords(id: "c", title: "Title <1>", description: "What is to be seen.")

    private static func intervals(_ rows: [IntervalChart.Row]) -> String {
        IntervalChart(
            words, rows: rows, noEffect: (0, "none"), marks: [(0.1, "least"), (-0.1, "least"), (.nan, "nowhere")]
        ) { "\($0)" }.svg
    }

    @Test("a chart has a title and a description for those who do not see it, and nothing from elsewhere")
    func accessible() {
        let svg = Self.intervals([.init(name: "a", estimate: 0.2, low: 0.1, high: 0.3)])
        #expect(svg.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""))
        #expect(
            svg.contains("<title id=\"c-title\">Title &lt;1&gt;</title><desc id=\"c-desc\">What is to be seen.</desc>"))
        #expect(!svg.contains("href") && !svg.contains("<script") && !svg.contains("style="))
    }

    @Test("an interval is drawn between its ends, with its estimate on it; a mark is named once")
    func interval() throws {
        let svg = Self.intervals([.init(name: "a", estimate: 0.2, low: 0.1, high: 0.3)])
        let line = try #require(svg.firstMatch(of: /<line x1="([0-9.]+)" y1="56" x2="([0-9.]+)" y2="56"/))
        let dot = try #require(svg.firstMatch(of: /<circle cx="([0-9.]+)" cy="56"/))
        let places = try [line.output.1, dot.output.1, line.output.2].map { try #require(Double($0)) }
        #expect(abs(places[1] - (places[0] + places[2]) / 2) < 0.2 && places[0] < places[1])
        #expect(svg.matches(of: /least/).count == 1 && !svg.contains("nowhere"))
    }

    @Test("what is not defined is named and not drawn")
    func undefined() {
        let svg = Self.intervals([
            .init(name: "nothing", estimate: nil, low: nil, high: nil),
            .init(name: "wild", estimate: .nan, low: -.infinity, high: .infinity),
            .init(name: "half", estimate: 0.1, low: 0, high: nil),
        ])
        #expect(svg.contains("nothing") && svg.contains("wild"))
        #expect(svg.matches(of: /<circle/).count == 1)
        #expect(!svg.contains("stroke-width=\"3\"") && !svg.contains("nan") && !svg.contains("inf"))
    }

    private static func looks(_ looks: [LooksChart.Look]) -> String {
        LooksChart(words, looks: looks, noEffect: (0, "none"), day: { "day \(Int($0))" }, value: { "\($0)" }).svg
    }

    @Test("EXP-10: days that do not count are empty dots, and no band passes over them")
    func looks() {
        let days = (0..<9).map { day in
            LooksChart.Look(day: day, estimate: 0.1, low: 0, high: 0.2, counts: day > 2 && day != 6)
        }
        let svg = Self.looks(days)
        #expect(svg.matches(of: /<circle[^>]*fill="#fff"/).count == 4)
        #expect(svg.matches(of: /fill-opacity/).count == 2)
        #expect(Self.looks([]).contains("</svg>"))
        #expect(Self.looks([.init(day: 3, estimate: nil, low: nil, high: nil, counts: false)]).contains("day 3"))
    }

    @Test("a few endless early intervals do not press the others flat")
    func range() throws {
        let days = (0..<30).map { day in
            LooksChart.Look(
                day: day, estimate: 0.1, low: day == 0 ? -1000 : 0, high: day == 0 ? 1000 : 0.2, counts: true)
        }
        let band = try #require(Self.looks(days).firstMatch(of: /d="M[0-9.]+ ([0-9.]+)L[0-9.]+ ([0-9.]+)L/))
        #expect(try #require(Double(band.output.2)) < 60)
    }

    @Test("steps go across before they go down, and end with what is known")
    func steps() throws {
        let chart = StepChart(
            Self.words,
            lines: [
                .init(name: "a", points: [.init(x: 0, y: 1), .init(x: 5, y: 0.5), .init(x: .nan, y: 0)]),
                .init(name: "b", points: [.init(x: 0, y: 1), .init(x: 10, y: 0.9)]),
            ], y: 0...1, labels: ({ "\($0)" }, { "\($0)" }))
        let path = try #require(chart.svg.firstMatch(of: /d="M62 12L227 12L227 101"/))
        #expect(!path.output.isEmpty)
        #expect(chart.svg.contains("stroke-dasharray=\"7 4\""), "lines are told apart without colours")
        #expect(chart.svg.contains(">a</text>") && chart.svg.contains(">b</text>"))
    }
}
