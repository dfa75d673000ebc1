/// Estimates with their intervals, one below the other, against the line of no effect.
///
/// What has no estimate is named and drawn without one; an end that is not known is not drawn.
public struct IntervalChart: Chart {
    /// An estimate.
    public struct Row: Hashable, Sendable {
        /// What it is about.
        public let name: String
        /// The estimate; nil where it is not defined.
        public let estimate: Double?
        /// The lower end of its interval.
        public let low: Double?
        /// The upper end of its interval.
        public let high: Double?

        /// An estimate of these parts.
        public init(name: String, estimate: Double?, low: Double?, high: Double?) {
            self.name = name
            self.estimate = estimate.flatMap { $0.isFinite ? $0 : nil }
            self.low = low.flatMap { $0.isFinite ? $0 : nil }
            self.high = high.flatMap { $0.isFinite ? $0 : nil }
        }
    }

    private let words: ChartWords
    private let rows: [Row]
    private let noEffect: (value: Double, label: String)
    private let marks: [(value: Double, label: String)]
    private let axis: ChartAxis

    private static let top = 24.0
    private static let rowHeight = 46.0

    /// A chart of estimates.
    ///
    /// - Parameters:
    ///   - words: what it is called and says.
    ///   - rows: the estimates, the first on top.
    ///   - noEffect: the value that means no effect, usually 0, and what it is called.
    ///   - marks: further values that are marked, such as the smallest effect of interest, and what they are called.
    ///   - label: how a value is written below the axis.
    public init(
        _ words: ChartWords, rows: [Row], noEffect: (value: Double, label: String),
        marks: [(value: Double, label: String)] = [], label: @escaping @Sendable (Double) -> String
    ) {
        self.words = words
        self.rows = rows
        self.noEffect = noEffect
        self.marks = marks.filter(\.value.isFinite)
        let values = rows.flatMap { [$0.estimate, $0.low, $0.high].compactMap(\.self) }
        let scale = ChartScale(
            holding: values + [noEffect.value] + self.marks.map(\.value), from: 10, to: ChartSheet.width - 10)
        axis = ChartAxis(scale: scale, count: 6, label: label)
    }

    /// The picture.
    public var svg: String {
        var sheet = ChartSheet()
        let bottom = IntervalChart.top + Double(rows.count) * IntervalChart.rowHeight
        let zero = axis.scale.place(noEffect.value)
        sheet.line((zero, IntervalChart.top - 4), (zero, bottom), ChartColour.ink, width: 1.5)
        label(noEffect.label, at: zero, y: 14, ChartColour.ink, &sheet)
        for mark in marks {
            let x = axis.scale.place(mark.value)
            sheet.line((x, IntervalChart.top - 4), (x, bottom), ChartColour.mark, width: 1.5, dash: "3 4")
        }
        for (index, row) in rows.enumerated() {
            draw(row, y: IntervalChart.top + Double(index) * IntervalChart.rowHeight, &sheet)
        }
        axis.drawBelow(&sheet, y: bottom)
        var height = bottom + 30
        for mark in Set(marks.map(\.label)).sorted() {
            sheet.line((10, height + 8), (34, height + 8), ChartColour.mark, width: 1.5, dash: "3 4")
            sheet.text(mark, (40, height + 13))
            height += 22
        }
        return sheet.svg(words, height: height)
    }

    private func draw(_ row: Row, y: Double, _ sheet: inout ChartSheet) {
        sheet.text(row.name, (10, y + 16), isStrong: true)
        let middle = y + 32
        if let low = row.low, let high = row.high {
            let (from, to) = (axis.scale.place(low), axis.scale.place(high))
            sheet.line((from, middle), (to, middle), ChartColour.main, width: 3)
            for end in [from, to] { sheet.line((end, middle - 6), (end, middle + 6), ChartColour.main, width: 3) }
        }
        if let estimate = row.estimate {
            sheet.dot((axis.scale.place(estimate), middle), ChartColour.main, radius: 6)
        }
    }

    private func label(_ words: String, at x: Double, y: Double, _ colour: String, _ sheet: inout ChartSheet) {
        let anchor: ChartSheet.Anchor = x < 100 ? .start : x > ChartSheet.width - 100 ? .end : .middle
        sheet.text(words, (x, y), anchor, colour)
    }
}
