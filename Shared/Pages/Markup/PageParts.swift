/// Elements of a page that are made from plain text.
public enum PageParts {
    /// A paragraph.
    ///
    /// - Parameter kind: what it looks like, a class of the page's style.
    public static func paragraph(_ text: String, kind: String? = nil) -> String {
        "<p\(kind.map { " class=\"\($0)\"" } ?? "")>\(Markup.escaped(text))</p>"
    }

    /// The heading of a section, which links may lead to.
    public static func heading(_ text: String, level: Int = 2, id: String? = nil) -> String {
        "<h\(level)\(id.map { " id=\"\($0)\"" } ?? "")>\(Markup.escaped(text))</h\(level)>"
    }

    /// What is said of several things, each by its name; those without a text are left out.
    public static func facts(_ rows: [(name: String, text: PageText?)]) -> String {
        let items = rows.compactMap { name, text in
            text.map { "<dt>\(Markup.escaped(name))</dt><dd>\($0.html)</dd>" }
        }
        return items.isEmpty ? "" : "<dl>\(items.joined(separator: "\n"))</dl>"
    }

    /// A list of sentences.
    public static func list(_ texts: [PageText]) -> String {
        texts.isEmpty ? "" : "<ul>\(texts.map { "<li>\($0.html)</li>" }.joined(separator: "\n"))</ul>"
    }
}
