import Foundation

/// Rates against rows as SVG: rows by powers of ten to the right, messages a second from nothing upwards.
///
/// Lines are told apart by their dashes and names as well as by their colours.
struct GrowthGraph {
    /// A stage, or the reference loop.
    struct Line {
        var name: String
        var points: [(rows: Int, rate: Double)]
        var isReference: Bool
    }

    let lines: [Line]

    private static let plot = (left: 80.0, right: 620.0, top: 20.0, bottom: 280.0)
    private static let colours = ["#0072b2", "#a8470a", "#00684a", "#8a3b72"]
    private static let dashes = ["", "7 4", "2 4", "10 4 2 4"]

    /// The picture.
    var svg: String {
        let plot = GrowthGraph.plot
        let height = plot.bottom + 60 + Double(lines.count) * 22
        let shapes = grid + lines.indices.map(line) + lines.indices.map(name)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 \(Int(height))" role="img" \
            font-family="sans-serif" font-size="15">
            <title>Messages a second against the rows that each table held before</title>
            <rect width="640" height="\(Int(height))" fill="#fff"/>
            \(shapes.joined(separator: "\n"))
            </svg>

            """
    }

    private var rows: [Int] { Set(lines.flatMap { $0.points.map(\.rows) }).sorted() }
    private var top: Double { max((lines.flatMap { $0.points.map(\.rate) }.max() ?? 1) * 1.05, 1) }

    /// A round step of which at most six fit in.
    private var step: Double {
        let power = pow(10, floor(log10(top / 6)))
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= top / 6 } ?? 10 * power
    }

    private func x(_ rows: Int) -> Double {
        let all = self.rows
        let (low, high) = (log10(Double(all.first ?? 1)), log10(Double(all.last ?? 10)))
        let plot = GrowthGraph.plot
        if high <= low { return (plot.left + plot.right) / 2 }
        return plot.left + 40 + (log10(Double(rows)) - low) / (high - low) * (plot.right - plot.left - 80)
    }

    private func y(_ rate: Double) -> Double {
        GrowthGraph.plot.bottom - rate / top * (GrowthGraph.plot.bottom - GrowthGraph.plot.top)
    }

    private var grid: [String] {
        let plot = GrowthGraph.plot
        let across = stride(from: 0, through: top, by: step).flatMap { rate in
            [
                stroke([(plot.left, y(rate)), (plot.right, y(rate))], "#d8d2c2", 1, ""),
                text(Figure.text(rate), plot.left - 8, y(rate) + 5, "end"),
            ]
        }
        let up = rows.map { text(Figure.text(Double($0)), x($0), plot.bottom + 22, "middle") }
        return across + up + [text("rows a table before; messages a second", plot.left, plot.bottom + 46, "start")]
    }

    private func line(_ index: Int) -> String {
        let points = lines[index].points.map { (x($0.rows), y($0.rate)) }
        let dots = points.map {
            "<circle cx=\"\(short($0.0))\" cy=\"\(short($0.1))\" r=\"4\" fill=\"\(colour(index))\"/>"
        }
        return ([stroke(points, colour(index), 2.5, dash(index))] + dots).joined(separator: "\n")
    }

    private func name(_ index: Int) -> String {
        let (left, y) = (GrowthGraph.plot.left, GrowthGraph.plot.bottom + 68 + Double(index) * 22)
        return stroke([(left, y - 5), (left + 44, y - 5)], colour(index), 2.5, dash(index)) + "\n"
            + text(lines[index].name, left + 54, y, "start")
    }

    private func colour(_ index: Int) -> String {
        lines[index].isReference ? "#5b6b70" : GrowthGraph.colours[index % GrowthGraph.colours.count]
    }

    private func dash(_ index: Int) -> String { GrowthGraph.dashes[index % GrowthGraph.dashes.count] }

    private func stroke(_ points: [(Double, Double)], _ colour: String, _ width: Double, _ dash: String) -> String {
        let places = points.map { "\(short($0.0)),\(short($0.1))" }.joined(separator: " ")
        return "<polyline points=\"\(places)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width)\""
            + (dash.isEmpty ? "/>" : " stroke-dasharray=\"\(dash)\"/>")
    }

    private func text(_ words: String, _ x: Double, _ y: Double, _ anchor: String) -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\" fill=\"#14262c\">\(words)</text>"
    }

    private func short(_ value: Double) -> String { String(format: "%.1f", value) }
}
