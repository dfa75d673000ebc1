extension ProgrammeReader {
    /// The texts for workers.
    func texts(_ place: DocumentValue?) -> [WorkerText] {
        let written = place?.list() ?? []
        let texts = written.compactMap { value in value.mapping().flatMap { workerText($0) } }
        unique(written, "id", of: "the texts")
        return texts
    }

    private func workerText(_ mapping: DocumentMapping) -> WorkerText? {
        let id = mapping.required("id", "Give the text an id, such as 'id: invitation'.")?.id()
        let version = mapping.required(
            "version", "Give the text a version, which is recorded with whoever reads it, such as 'version: 2024-1'.")?
            .id()
        let wording = wording(mapping)
        mapping.finish()
        guard let id, let version else { return nil }
        return WorkerText(id: id, version: version, wording: wording)
    }

    /// The quote of a peer.
    func quote(_ mapping: DocumentMapping) -> PeerQuote? {
        let origin = mapping.required("by", "Say whose words these are, and by what release.")
            .flatMap { prose($0, atMost: 300) }
        let wording = wording(mapping)
        mapping.finish()
        guard let origin else { return nil }
        return PeerQuote(wording: wording, origin: origin)
    }

    private func wording(_ mapping: DocumentMapping) -> [PageLanguage: String] {
        var wording: [PageLanguage: String] = [:]
        for language in PageLanguage.allCases {
            wording[language] = mapping.value(language.rawValue).flatMap { prose($0, atMost: 8000) }
        }
        return wording
    }
}
