/// Charts and, always, the numbers that they show.
public struct ChartFigure: Sendable {
    /// A chart with what it shows.
    public struct Picture: Sendable {
        let chart: any Chart
        let caption: String

        /// A chart with what it shows, in words.
        public init(_ chart: any Chart, caption: String) {
            self.chart = chart
            self.caption = caption
        }
    }

    private let pictures: [Picture]
    private let numbers: PageTable

    /// Charts of the same numbers.
    ///
    /// - Parameters:
    ///   - pictures: the charts, one below the other.
    ///   - numbers: what is drawn, as a table.
    public init(_ pictures: [Picture], numbers: PageTable) {
        self.pictures = pictures
        self.numbers = numbers
    }

    /// A chart with its numbers.
    public init(_ chart: any Chart, caption: String, numbers: PageTable) {
        self.init([Picture(chart, caption: caption)], numbers: numbers)
    }

    /// The figure for a page, the table below the pictures.
    public var html: String {
        let figures = pictures.map {
            "<figure>\($0.chart.svg)<figcaption>\(Markup.escaped($0.caption))</figcaption></figure>"
        }
        return (figures + [numbers.html]).joined(separator: "\n")
    }
}
