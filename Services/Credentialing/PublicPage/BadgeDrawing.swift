import ServiceRuntime

/// The picture of a badge, drawn from its words: readable at any size, by eyes and by ears.
struct BadgeDrawing {
    /// What it is called.
    let name: String
    /// Who issues it.
    let issuer: String
    /// When it was earned; none on the picture of the achievement itself.
    var awarded: String?
    /// What its holder has shown, for those who hear the picture.
    var description: String?
    /// The language of its words.
    var language: String?

    private static let lineLength = 14
    private static let lineLimit = 4

    /// The picture as SVG, without a credential in it.
    var svg: String {
        let lines = BadgeDrawing.lines(of: name)
        let first = 205 - (lines.count - 1) * 19
        let spans = lines.enumerated().map { index, line in
            "<text x=\"200\" y=\"\(first + index * 38)\" font-size=\"26\" font-weight=\"700\">\(Markup.escaped(line))</text>"
        }
        let day = awarded.map { "<text x=\"200\" y=\"318\" font-size=\"18\">\(Markup.escaped($0))</text>" } ?? ""
        let title = [name, issuer, awarded].compactMap { $0 }.joined(separator: ", ")
        let told = description.map { "<desc id=\"desc\">\(Markup.escaped($0))</desc>" } ?? ""
        let label = description == nil ? "title" : "title desc"
        let tongue = language.map { " xml:lang=\"\(Markup.escaped($0))\"" } ?? ""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img" aria-labelledby="\(label)"\(tongue)>\
            <title id="title">\(Markup.escaped(title))</title>\(told)\
            <path d="M200 12 363 106v188L200 388 37 294V106z" fill="#0b3d4a"/>\
            <path d="M200 34 344 117v166L200 366 56 283V117z" fill="#fdfaf3" stroke="#c98a1b" stroke-width="5"/>\
            <g text-anchor="middle" font-family="'DejaVu Sans', Verdana, sans-serif" fill="#0b3d4a">\
            <text x="200" y="112" font-size="18">\(Markup.escaped(issuer))</text>\
            \(spans.joined())\(day)</g></svg>
            """
    }

    /// A name in lines that fit; what fits nowhere ends in an ellipsis.
    static func lines(of name: String) -> [String] {
        var lines: [String] = []
        for word in name.split(whereSeparator: \.isWhitespace) {
            let piece = word.count > lineLength ? word.prefix(lineLength - 1) + "…" : word
            if let last = lines.last, last.count + piece.count < lineLength {
                lines[lines.count - 1] = last + " " + piece
            } else {
                lines.append(String(piece))
            }
        }
        guard lines.count > lineLimit else { return lines }
        lines = Array(lines.prefix(lineLimit))
        lines[lineLimit - 1] = lines[lineLimit - 1].prefix(lineLength - 1) + "…"
        return lines
    }
}
