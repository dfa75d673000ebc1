import Foundation

/// What a chart is drawn on: shapes as SVG, with neither scripts nor styles nor anything from elsewhere.
struct ChartSheet {
    /// Where a text begins, ends or has its middle.
    enum Anchor: String {
        case start, middle, end
    }

    /// The width of every chart, in its own units; a phone of 360 pixels shows about four fifths of them.
    static let width = 400.0
    /// The size of letters, which stay readable on a phone.
    static let letter = 15.0

    private var shapes: [String] = []

    mutating func line(
        _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ colour: String, width: Double = 1,
        dash: String = ""
    ) {
        shapes.append(
            "<line x1=\"\(ChartSheet.text(from.x))\" y1=\"\(ChartSheet.text(from.y))\" x2=\"\(ChartSheet.text(to.x))\" "
                + "y2=\"\(ChartSheet.text(to.y))\"\(ChartSheet.stroke(colour, width, dash))/>")
    }

    mutating func path(_ points: [(x: Double, y: Double)], _ colour: String, width: Double = 2, dash: String = "") {
        guard points.count > 1 else { return }
        shapes.append(
            "<path d=\"\(ChartSheet.outline(points))\" fill=\"none\"\(ChartSheet.stroke(colour, width, dash))/>")
    }

    mutating func area(_ points: [(x: Double, y: Double)], _ colour: String) {
        guard points.count > 2 else { return }
        shapes.append("<path d=\"\(ChartSheet.outline(points))Z\" fill=\"\(colour)\" fill-opacity=\"0.2\"/>")
    }

    mutating func dot(_ point: (x: Double, y: Double), _ colour: String, radius: Double = 4, isFilled: Bool = true) {
        let fill = isFilled ? colour : "#fff"
        shapes.append(
            "<circle cx=\"\(ChartSheet.text(point.x))\" cy=\"\(ChartSheet.text(point.y))\" r=\"\(ChartSheet.text(radius))\" "
                + "fill=\"\(fill)\"\(ChartSheet.stroke(colour, 1.5, ""))/>")
    }

    mutating func text(
        _ words: String, _ point: (x: Double, y: Double), _ anchor: Anchor = .start, _ colour: String = ChartColour.ink,
        isStrong: Bool = false
    ) {
        let weight = isStrong ? " font-weight=\"600\"" : ""
        shapes.append(
            "<text x=\"\(ChartSheet.text(point.x))\" y=\"\(ChartSheet.text(point.y))\" "
                + "text-anchor=\"\(anchor.rawValue)\" fill=\"\(colour)\"\(weight)\(ChartSheet.halo)>\(Markup.escaped(words))</text>"
        )
    }

    /// The picture, told in words to those who do not see it.
    func svg(_ about: ChartWords, height: Double) -> String {
        let id = Markup.escaped(about.id)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(ChartSheet.text(ChartSheet.width)) \
            \(ChartSheet.text(height))" role="img" aria-labelledby="\(id)-title \(id)-desc" \
            font-size="\(ChartSheet.text(ChartSheet.letter))">\
            <title id="\(id)-title">\(Markup.escaped(about.title))</title>\
            <desc id="\(id)-desc">\(Markup.escaped(about.description))</desc>\
            \(shapes.joined())</svg>
            """
    }

    /// Keeps letters readable where they stand on lines.
    private static let halo =
        " paint-order=\"stroke\" stroke=\"#fdfaf3\" stroke-width=\"4\" stroke-linejoin=\"round\""

    private static func outline(_ points: [(x: Double, y: Double)]) -> String {
        points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\(text($0.element.x)) \(text($0.element.y))" }.joined()
    }

    private static func stroke(_ colour: String, _ width: Double, _ dash: String) -> String {
        let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
        return " stroke=\"\(colour)\" stroke-width=\"\(text(width))\"\(dashes)"
    }

    /// A length with one decimal, if it needs one.
    private static func text(_ value: Double) -> String {
        let tenths = (value * 10).rounded()
        guard tenths.isFinite, abs(tenths) < 1e9 else { return "0" }
        let whole = Int(tenths)
        let sign = whole < 0 ? "-" : ""
        return whole % 10 == 0 ? "\(whole / 10)" : "\(sign)\(abs(whole) / 10).\(abs(whole) % 10)"
    }
}
