/// The horizontal or vertical axis of a chart with its round values.
struct ChartAxis {
    let scale: ChartScale
    /// About how many values are written.
    let count: Int
    /// What two written values differ by at least: a day, where days are written.
    var leastStep = 0.0
    /// How a value is written.
    let label: @Sendable (Double) -> String

    /// Draws values below a line that goes across.
    func drawBelow(_ sheet: inout ChartSheet, y: Double) {
        sheet.line((scale.start, y), (scale.end, y), ChartColour.soft)
        for tick in scale.ticks(about: count, leastStep: leastStep) {
            let x = scale.place(tick)
            sheet.line((x, y), (x, y + 5), ChartColour.soft)
            // The outermost labels stay on the sheet.
            let anchor: ChartSheet.Anchor = x < 28 ? .start : x > ChartSheet.width - 28 ? .end : .middle
            sheet.text(label(tick), (x, y + 20), anchor, ChartColour.soft)
        }
    }

    /// Draws values to the left of the place where the lines begin, each with a faint line across.
    func drawLeft(_ sheet: inout ChartSheet, x: Double, until end: Double) {
        for tick in scale.ticks(about: count, leastStep: leastStep) {
            let y = scale.place(tick)
            sheet.line((x, y), (end, y), "#d8d2c2")
            sheet.text(label(tick), (x - 6, y + 5), .end, ChartColour.soft)
        }
    }
}
