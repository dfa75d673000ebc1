/// An estimate day after day, with the interval around it.
///
/// Days that do not count are drawn as empty dots without an interval. Days without an estimate leave a gap.
public struct LooksChart: Chart {
    /// A look.
    public struct Look: Hashable, Sendable {
        /// The day, as a number on the axis.
        public let day: Int
        /// The estimate; nil where it is not defined.
        public let estimate: Double?
        /// The lower end of its interval.
        public let low: Double?
        /// The upper end of its interval.
        public let high: Double?
        /// Whether the look counts.
        public let counts: Bool

        /// A look of these parts.
        public init(day: Int, estimate: Double?, low: Double?, high: Double?, counts: Bool) {
            self.day = day
            self.estimate = estimate.flatMap { $0.isFinite ? $0 : nil }
            self.low = low.flatMap { $0.isFinite ? $0 : nil }
            self.high = high.flatMap { $0.isFinite ? $0 : nil }
            self.counts = counts
        }
    }

    private let words: ChartWords
    private let looks: [Look]
    private let noEffect: (value: Double, label: String)
    private let days: ChartAxis
    private let values: ChartAxis

    private static let plot = (left: 74.0, right: 392.0, top: 12.0, bottom: 210.0)

    /// A chart of looks, in the order of their days.
    ///
    /// The axis has room for every estimate and for the intervals of the days that count, as far as these are no wider
    /// than four times the median one: an early interval may be without measure.
    public init(
        _ words: ChartWords, looks: [Look], noEffect: (value: Double, label: String),
        day: @escaping @Sendable (Double) -> String, value: @escaping @Sendable (Double) -> String
    ) {
        self.words = words
        self.looks = looks.sorted { $0.day < $1.day }
        self.noEffect = noEffect
        let plot = LooksChart.plot
        let known = self.looks.map { Double($0.day) }
        let range = (known.first ?? 0)...(known.last ?? 1)
        days = ChartAxis(scale: ChartScale(range, from: plot.left, to: plot.right), count: 5, leastStep: 1, label: day)
        values = ChartAxis(
            scale: ChartScale(
                holding: LooksChart.values(of: self.looks) + [noEffect.value], from: plot.bottom, to: plot.top),
            count: 5, label: value)
    }

    private static func values(of looks: [Look]) -> [Double] {
        let widths = looks.compactMap { look in
            look.counts ? look.high.flatMap { high in look.low.map { high - $0 } } : nil
        }.sorted()
        let widest = widths.isEmpty ? 0 : 4 * widths[widths.count / 2]
        return looks.flatMap { look -> [Double] in
            guard let estimate = look.estimate else { return [] }
            guard look.counts, let low = look.low, let high = look.high, high - low <= widest else {
                return look.counts ? [estimate] : []
            }
            return [low, estimate, high]
        }
    }

    /// The picture.
    public var svg: String {
        var sheet = ChartSheet()
        let plot = LooksChart.plot
        values.drawLeft(&sheet, x: plot.left, until: plot.right)
        let zero = values.scale.place(noEffect.value)
        sheet.line((plot.left, zero), (plot.right, zero), ChartColour.ink, width: 1.5)
        // What is drawn later lies above: the words may be crossed by the line, but do not hide it.
        sheet.text(noEffect.label, (plot.right, zero < plot.top + 20 ? zero + 18 : zero - 6), .end)
        for run in runs { draw(run, &sheet) }
        for look in looks where !look.counts {
            guard let estimate = look.estimate else { continue }
            sheet.dot(place(look, estimate), ChartColour.soft, radius: 2.5, isFilled: false)
        }
        days.drawBelow(&sheet, y: plot.bottom)
        return sheet.svg(words, height: plot.bottom + 30)
    }

    /// Days that count and follow each other.
    private var runs: [[Look]] {
        var runs: [[Look]] = []
        var isOpen = false
        for look in looks {
            guard look.counts, look.estimate != nil else {
                isOpen = false
                continue
            }
            if isOpen { runs[runs.count - 1].append(look) } else { runs.append([look]) }
            isOpen = true
        }
        return runs
    }

    private func draw(_ run: [Look], _ sheet: inout ChartSheet) {
        let band = run.filter { $0.low != nil && $0.high != nil }
        sheet.area(
            band.compactMap { look in look.high.map { place(look, $0) } }
                + band.reversed().compactMap { look in look.low.map { place(look, $0) } }, ChartColour.main)
        sheet.path(run.compactMap { look in look.estimate.map { place(look, $0) } }, ChartColour.main, width: 2.5)
        if let last = run.last, let estimate = last.estimate {
            sheet.dot(place(last, estimate), ChartColour.main, radius: 4)
        }
    }

    private func place(_ look: Look, _ value: Double) -> (x: Double, y: Double) {
        (days.scale.place(Double(look.day)), values.scale.place(value))
    }
}
