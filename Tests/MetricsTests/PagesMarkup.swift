/// The elements of a page, read as strictly as pages are written here: every element that is not empty by nature is
/// closed, and attributes stand in double quotes.
struct PagesMarkup {
    /// An element's beginning.
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    /// The elements in the order in which they begin.
    private(set) var elements: [Element] = []
    /// What is wrong; empty for a page that is well-formed.
    private(set) var faults: [String] = []
    /// The words between the elements.
    private(set) var text = ""

    private static let empty: Set<String> = ["meta", "input", "img", "br", "link", "!doctype"]

    init(_ html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            let words = rest[..<start]
            if open.last != "style" {
                if words.contains(">") { faults.append("a bare > in “\(words.suffix(40))”") }
                text += words
            }
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: ">") else {
                faults.append("an unclosed tag")
                break
            }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.popLast() != name { faults.append("</\(name)> closes something else") }
                continue
            }
            let element = PagesMarkup.element(tag)
            elements.append(element)
            if !tag.hasSuffix("/"), !PagesMarkup.empty.contains(element.name) { open.append(element.name) }
        }
        text += rest
        faults += open.map { "<\($0)> is not closed" }
    }

    private static func element(_ tag: Substring) -> Element {
        let name = tag.prefix { $0 != " " && $0 != "/" }.lowercased()
        var attributes: [String: String] = [:]
        for match in tag.matches(of: /([A-Za-z:-]+)="([^"]*)"/) {
            attributes[String(match.output.1)] = String(match.output.2)
        }
        return Element(name: name, attributes: attributes)
    }

    /// The values of an attribute.
    func values(_ attribute: String) -> [String] {
        elements.compactMap { $0.attributes[attribute] }
    }
}
