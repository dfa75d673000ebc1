import Contracts
import Foundation
import Pages

/// A variant against the control, day after day: the difference, its p-value, and the numbers.
struct LooksPart {
    let looks: [ExperimentLook]
    let variant: String
    let control: String
    let scale: ExperimentWords.Scale
    let words: ExperimentWords
    /// Which of the variants it is, so that ids are unique on the page.
    let index: Int

    /// The p-value from which on a variant differs.
    private static let level = 0.05
    /// Smaller p-values are drawn at the lower end.
    private static let leastExponent = -4.0

    var parts: [String] {
        [
            PageParts.heading(words(.looksOf, variant), level: 3),
            ChartFigure([difference, pChart], numbers: table).html,
        ]
    }

    private var readings: [(look: ExperimentLook, reading: ExperimentLook.Reading)] {
        looks.compactMap { look in
            look.readings.first { $0.variant == variant }.map { (look, $0) }
        }
    }

    private var title: String { words(.looksTitle, variant, control, words.unit(scale)) }

    private var difference: ChartFigure.Picture {
        let counted = readings.filter { $0.reading.exclusion == nil }
        let last = readings.last
        let chart = LooksChart(
            ChartWords(
                id: "chart-looks-\(index)", title: title,
                description: words(
                    .looksDescription, words.count(counted.count), words.count(readings.count),
                    last.map { words.day($0.look.day) } ?? LocalText.nothing,
                    words.difference(last?.reading.estimate, scale))),
            looks: readings.map { look, reading in
                .init(
                    day: Int(look.day.number), estimate: reading.estimate, low: reading.low, high: reading.high,
                    counts: reading.exclusion == nil)
            }, noEffect: (0, words(.noDifference)), day: dayLabel, value: words.tick(scale))
        return .init(chart, caption: title)
    }

    private var pChart: ChartFigure.Picture {
        let points = readings.map { look, reading in
            StepChart.Line.Point(
                x: Double(look.day.number), y: max(log10(max(reading.p, .leastNormalMagnitude)), Self.leastExponent))
        }
        let local = words.local
        let chart = StepChart(
            ChartWords(
                id: "chart-p-\(index)", title: words(.pTitle, variant),
                description: words(.pDescription, words.barePValue(readings.last?.reading.p))),
            lines: [.init(name: variant, points: points)], y: Self.leastExponent...0,
            threshold: (log10(Self.level), words(.pThreshold, local.number(Self.level, decimals: 2))),
            labels: (dayLabel, { local.number(pow(10, $0), decimals: Int(-$0.rounded())) }))
        return .init(chart, caption: words(.pTitle, variant))
    }

    private var dayLabel: @Sendable (Double) -> String {
        { [local = words.local] in local.shortDay(Day(number: Int32($0.rounded()))) }
    }

    private var table: PageTable {
        PageTable(
            caption: title,
            columns: [.day, .met, .matured, .difference, .lower, .upper, .rawP, .counts].map { words($0) },
            rows: readings.reversed().map { look, reading in
                [
                    words.local.numericDay(look.day), words.count(look.met.reduce(0, +)),
                    words.count(look.units.reduce(0, +)), words.difference(reading.estimate, scale),
                    words.difference(reading.low, scale), words.difference(reading.high, scale),
                    words.barePValue(reading.p), words.counts(reading.exclusion),
                ].map { PageText($0) }
            })
    }
}
