extension ActiveContext {
    /// The IRI or keyword that a text stands for; nil when it is stated to mean nothing (JSON-LD 1.1 API, 5.2).
    func expand(_ text: String, relativeToDocument: Bool, relativeToVocabulary: Bool) -> String? {
        if text.utf8.first == UInt8(ascii: "@") {
            if Keyword.all.contains(text) { return text }
            if Keyword.isReserved(text) { return nil }
        }
        if let definition = terms[text] {
            if let iri = definition.iri, iri.utf8.first == UInt8(ascii: "@"), Keyword.all.contains(iri) { return iri }
            if relativeToVocabulary { return definition.iri }
        }
        if let colon = text.utf8.dropFirst().firstIndex(of: UInt8(ascii: ":")) {
            let prefix = String(text[..<colon])
            let suffix = text[text.utf8.index(after: colon)...]
            if prefix == "_" || suffix.hasPrefix("//") { return text }
            if let definition = terms[prefix], definition.isPrefix, let iri = definition.iri { return iri + suffix }
            if IRIReference.isAbsolute(text) { return text }
        }
        if relativeToVocabulary, let vocabulary { return vocabulary + text }
        return relativeToDocument ? IRIReference.resolve(text, against: base) : text
    }
}
