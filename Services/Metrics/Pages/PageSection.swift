import Pages

/// A section of a page: its heading and what stands below it, which is ready for the page.
struct PageSection {
    let html: String

    /// A section that links may lead to.
    init(_ id: String, _ heading: String, _ parts: [String]) {
        html = """
            <section aria-labelledby="\(id)">
            \(PageParts.heading(heading, id: id))
            \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
            </section>
            """
    }
}
