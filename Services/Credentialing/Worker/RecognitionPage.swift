import Pages

/// The public list of those who agreed to be on it (CRD-13); nothing else reads it.
struct RecognitionPage {
    /// Somebody on the list.
    struct Entry {
        /// The name that they want to be known by.
        let name: String
        /// What they have shown.
        let credential: String
        /// The language of that.
        let language: String?
        /// Where it is to be read.
        let url: String
        /// When it was awarded.
        let day: String
    }

    /// Who issues.
    let issuer: Issuer
    /// Who is on it.
    var entries: [Entry] = []
    /// The words of the page.
    var texts = PageTexts.english

    /// The page.
    var html: String {
        let items = entries.map { entry in
            let tongue = entry.language.map { " lang=\"\(Markup.escaped($0))\"" } ?? ""
            return
                "<li><strong>\(Markup.escaped(entry.name))</strong>: <a href=\"\(Markup.escaped(entry.url))\"\(tongue)>"
                + "\(Markup.escaped(entry.credential))</a>, <time>\(entry.day)</time></li>"
        }
        let list = items.isEmpty ? "<p>\(texts[.recognitionEmpty])</p>" : "<ul>\(items.joined())</ul>"
        return PageStyle.common.page(
            title: "\(texts[.recognition]), \(Markup.escaped(issuer.name))",
            main: "<h1>\(texts[.recognition])</h1><p>\(texts[.recognitionHint])</p>\(list)", texts)
    }
}
