/// A chart and, always, the numbers that it shows.
public struct ChartFigure: Sendable {
    private let chart: any Chart
    private let caption: String
    private let numbers: PageTable

    /// A chart with its numbers.
    ///
    /// - Parameters:
    ///   - chart: the picture.
    ///   - caption: what it shows, in words; escaped already.
    ///   - numbers: what is drawn, as a table.
    public init(_ chart: any Chart, caption: String, numbers: PageTable) {
        self.chart = chart
        self.caption = caption
        self.numbers = numbers
    }

    /// The figure for a page, the table below the picture.
    public var html: String {
        "<figure>\(chart.svg)<figcaption>\(caption)</figcaption></figure>\n\(numbers.html)"
    }
}
