/// A table that scrolls in a region of its own where it is wider than the page.
///
/// The region can be reached and scrolled with the keyboard (WCAG 2.2, success criterion 2.1.1). The first cell of each
/// row names it.
public struct PageTable: Sendable {
    /// What it shows.
    public let caption: String
    /// What its columns are called.
    public let columns: [String]
    /// Its rows, each with as many cells as there are columns.
    public let rows: [[PageText]]
    /// Whether its cells hold words to be read in lines, and no numbers.
    public let isProse: Bool
    /// Whether it scrolls up and down too, since it has many rows.
    public let isTall: Bool

    /// Rows that do not fit on a page at a glance.
    public static let tallFrom = 16

    /// A table of these parts, all of them plain text.
    public init(caption: String, columns: [String], rows: [[PageText]], isProse: Bool = false) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.isProse = isProse
        isTall = rows.count >= PageTable.tallFrom
    }

    /// The table for a page; nothing where it has no rows.
    public var html: String {
        guard !rows.isEmpty else { return "" }
        let head = columns.map { "<th scope=\"col\">\(Markup.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == 0 ? "<th scope=\"row\">\(cell.html)</th>" : "<td>\(cell.html)</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        let caption = Markup.escaped(caption)
        return """
            <div class="wide\(isTall ? " tall" : "")\(isProse ? " prose" : "")" role="region" aria-label="\(caption)" tabindex="0"><table>
            <caption><span>\(caption)</span></caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>\(body.joined(separator: "\n"))</tbody></table></div>
            """
    }
}
