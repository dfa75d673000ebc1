/// Values that stay until they change, such as survival over days: a line of steps for each group.
///
/// The lines are told apart by their dashes as well as by their colours, and named below. A line ends at its last point,
/// where a dot says so: what comes after is not known.
public struct StepChart: Chart {
    /// A group's line.
    public struct Line: Hashable, Sendable {
        /// A change.
        public struct Point: Hashable, Sendable {
            /// When.
            public let x: Double
            /// The value from then on.
            public let y: Double

            /// A change of these parts.
            public init(x: Double, y: Double) {
                self.x = x
                self.y = y
            }
        }

        /// What it is called.
        public let name: String
        /// The changes; those that are not finite are left out.
        public let points: [Point]

        /// A line of these parts.
        public init(name: String, points: [Point]) {
            self.name = name
            self.points = points.filter { $0.x.isFinite && $0.y.isFinite }.sorted { $0.x < $1.x }
        }
    }

    private let words: ChartWords
    private let lines: [Line]
    private let threshold: (value: Double, label: String)?
    private let across: ChartAxis
    private let up: ChartAxis

    private static let plot = (left: 62.0, right: 392.0, top: 12.0, bottom: 190.0)

    /// A chart of steps.
    ///
    /// - Parameters:
    ///   - words: what it is called and says.
    ///   - lines: one for each group; at most four are told apart.
    ///   - x: the values across; where none are given, those that the lines have.
    ///   - y: the values up.
    ///   - threshold: a value that is marked by a line across, and what it is called.
    ///   - labels: how values are written across and up.
    public init(
        _ words: ChartWords, lines: [Line], x: ClosedRange<Double>? = nil, y: ClosedRange<Double>,
        threshold: (value: Double, label: String)? = nil,
        labels: (across: @Sendable (Double) -> String, up: @Sendable (Double) -> String)
    ) {
        self.words = words
        self.lines = lines
        self.threshold = threshold
        let plot = StepChart.plot
        let known = lines.flatMap { $0.points.map(\.x) }
        let range = x ?? ((known.min() ?? 0)...(known.max() ?? 1))
        across = ChartAxis(
            scale: ChartScale(range, from: plot.left, to: plot.right), count: 5, leastStep: 1, label: labels.across)
        up = ChartAxis(scale: ChartScale(y, from: plot.bottom, to: plot.top), count: 4, label: labels.up)
    }

    /// The picture.
    public var svg: String {
        var sheet = ChartSheet()
        let plot = StepChart.plot
        up.drawLeft(&sheet, x: plot.left, until: plot.right)
        if let threshold {
            let y = up.scale.place(threshold.value)
            sheet.line((plot.left, y), (plot.right, y), ChartColour.mark, width: 1.5, dash: "3 4")
            sheet.text(threshold.label, (plot.left + 6, y + 17), .start, ChartColour.mark)
        }
        for (index, line) in lines.enumerated() {
            let steps = steps(line)
            sheet.path(steps, StepChart.colour(index), width: 2.5, dash: StepChart.dash(index))
            if let last = steps.last { sheet.dot(last, StepChart.colour(index), radius: 3) }
        }
        across.drawBelow(&sheet, y: plot.bottom)
        var height = plot.bottom + 30
        for (index, line) in lines.enumerated() where lines.count > 1 {
            sheet.path(
                [(plot.left, height + 8), (plot.left + 44, height + 8)], StepChart.colour(index), width: 2.5,
                dash: StepChart.dash(index))
            sheet.text(line.name, (plot.left + 52, height + 13))
            height += 22
        }
        return sheet.svg(words, height: height)
    }

    private func steps(_ line: Line) -> [(x: Double, y: Double)] {
        var corners: [(x: Double, y: Double)] = []
        for point in line.points {
            let (x, y) = (across.scale.place(point.x), up.scale.place(point.y))
            if let last = corners.last { corners.append((x, last.y)) }
            corners.append((x, y))
        }
        return corners
    }

    private static func colour(_ index: Int) -> String { ChartColour.lines[index % ChartColour.lines.count] }

    private static func dash(_ index: Int) -> String { ChartColour.dashes[index % ChartColour.dashes.count] }
}
