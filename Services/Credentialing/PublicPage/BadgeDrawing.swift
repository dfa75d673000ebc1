import LinkedData
import Pages
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
    /// For whose work it is made.
    var client: String?
    /// The client's mark, a PNG as a `data:` address.
    var mark: String?

    private static let lineLength = 14
    private static let lineLimit = 4

    /// The picture as SVG, without a credential in it.
    var svg: String {
        let lines = BadgeDrawing.lines(of: name)
        let isMarked = mark != nil
        let first = (isMarked ? 218 : 205) - (lines.count - 1) * 19
        let spans = lines.enumerated().map { index, line in
            "<text x=\"200\" y=\"\(first + index * 38)\" font-size=\"26\" font-weight=\"700\">\(Markup.escaped(line))</text>"
        }
        let day = awarded.map { "<text x=\"200\" y=\"318\" font-size=\"18\">\(Markup.escaped($0))</text>" } ?? ""
        let picture = mark.map {
            "<image x=\"172\" y=\"56\" width=\"56\" height=\"56\" href=\"\(Markup.escaped($0))\"/>"
        }
        let title = [name, issuer, client, awarded].compactMap { $0 }.joined(separator: ", ")
        let told = description.map { "<desc id=\"desc\">\(Markup.escaped($0))</desc>" } ?? ""
        let label = description == nil ? "title" : "title desc"
        let tongue = language.map { " xml:lang=\"\(Markup.escaped($0))\"" } ?? ""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img" aria-labelledby="\(label)"\(tongue)>\
            <title id="title">\(Markup.escaped(title))</title>\(told)\
            <path d="M200 12 363 106v188L200 388 37 294V106z" fill="#0b3d4a"/>\
            <path d="M200 34 344 117v166L200 366 56 283V117z" fill="#fdfaf3" stroke="#c98a1b" stroke-width="5"/>\
            <g text-anchor="middle" font-family="'DejaVu Sans', Verdana, sans-serif" fill="#0b3d4a">\
            <text x="200" y="\(isMarked ? 136 : 112)" font-size="18">\(Markup.escaped(issuer))</text>\
            \(spans.joined())\(day)</g>\(picture ?? "")</svg>
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

extension BadgeDrawing {
    /// The picture of an achievement, or of one credential of it.
    init(achievement: JSON?, name: String?, issuer: String, awarded: String? = nil, description: String? = nil) {
        self.init(
            name: name ?? achievement?["name"]?.text ?? "", issuer: issuer, awarded: awarded, description: description,
            language: achievement?["inLanguage"]?.text, client: achievement?["creator"]?["name"]?.text,
            mark: achievement?["creator"]?["image"]?["id"]?.text)
    }
}
