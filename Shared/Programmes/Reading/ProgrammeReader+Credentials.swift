import Contracts

extension ProgrammeReader {
    func credential(_ mapping: DocumentMapping) -> CredentialDefinition? {
        let name = mapping.required("name", "Say what the badge is called.").flatMap { prose($0, atMost: 200) }
        let description = mapping.required("description", "Say what its holder has shown.").flatMap { prose($0) }
        let criteria = mapping.required("criteria", "Say what had to be done for it.").flatMap { self.criteria($0) }
        let months =
            mapping.value("valid-for").map { $0.integer(in: 1...120, unit: "months") }
            ?? CredentialDefinition.defaultValidityMonths
        let hours = mapping.value("hours").flatMap { $0.decimal() }
        let language = mapping.value("language").flatMap { self.language($0) }
        let tags = (mapping.value("tags")?.list() ?? []).compactMap { prose($0, atMost: 60) }
        let alignments = (mapping.value("alignments")?.list() ?? []).compactMap { value in
            value.mapping().flatMap { alignment($0) }
        }
        let writtenLevels = mapping.value("levels")?.list() ?? []
        let levels = writtenLevels.compactMap { value in value.mapping().flatMap { level($0) } }
        let writtenConditions = mapping.value("revoked-for")?.list() ?? []
        let conditions = writtenConditions.compactMap { value in value.mapping().flatMap { condition($0) } }
        let renewal = mapping.value("renewed-from").map { $0.choice(of: RenewalBase.self) } ?? .completion
        let client = mapping.value("client").flatMap { $0.mapping() }.flatMap { self.client($0) }
        let coIssuers = (mapping.value("co-issuers")?.list() ?? []).compactMap { coIssuer($0) }
        let path =
            delivery == .guildhall
            ? mapping.value("renewal").flatMap { $0.mapping() }.flatMap { renewalPath($0) } : nil
        refuseElsewhere(["renewal"], in: mapping)
        refusePresence(mapping)
        mapping.refuse(
            "exclusive", rule: "no-exclusivity", "A credential cannot bind its holder to one client.",
            remedy: "Leave it out; a credential travels with the worker.")
        mapping.finish()
        unique(writtenLevels, "id", of: "levels")
        unique(writtenConditions, "id", of: "revoked-for")
        guard let name, let description, let criteria, let months, let renewal else { return nil }
        return CredentialDefinition(
            name: name, description: description, criteria: criteria, validityMonths: months, hours: hours,
            language: language, tags: tags, alignments: alignments, levels: levels, revocation: conditions,
            renewal: renewal, client: client, coIssuers: coIssuers, renewalPath: path)
    }

    private func renewalPath(_ mapping: DocumentMapping) -> RenewalPath? {
        let days = mapping.value("opens").map { $0.integer(in: 1...366, unit: "days") } ?? 30
        let hours = mapping.value("reminder").map { $0.integer(in: 1...8760, unit: "hours") } ?? 168
        let text = mapping.value("text").map { $0.id() } ?? "renewal"
        mapping.finish()
        guard let days, let hours, let text else { return nil }
        return RenewalPath(opensDaysBefore: days, reminderHours: hours, text: text)
    }

    private func alignment(_ mapping: DocumentMapping) -> CredentialAlignment? {
        let name = mapping.required("name", "Give the counterpart's name.")?.text(atMost: 200)
        let url = mapping.required("url", "Give the counterpart's address.").flatMap { address($0) }
        let framework = mapping.value("framework").flatMap { $0.text(atMost: 200) }
        let code = mapping.value("code").flatMap { $0.text(atMost: 100) }
        mapping.finish()
        guard let name, let url else { return nil }
        return CredentialAlignment(name: name, url: url, framework: framework, code: code)
    }

    private func level(_ mapping: DocumentMapping) -> CredentialLevel? {
        let id = mapping.required("id", "Give the level an id.")?.id()
        let name = mapping.required("name", "Say what people call the level.").flatMap { prose($0, atMost: 200) }
        let description = mapping.value("description").flatMap { criteria($0) }
        let from = mapping.required("from", "Give the lowest score that reaches it, such as 'from: 70 %'.")?.percent()
        mapping.finish()
        guard let id, let name, let from else { return nil }
        return CredentialLevel(id: id, name: name, description: description, from: from)
    }

    private func condition(_ mapping: DocumentMapping) -> RevocationCondition? {
        let id = mapping.required("id", "Give the condition an id, which a revocation cites.")?.id()
        let text = mapping.required("text", "Write the condition down.").flatMap { prose($0) }
        mapping.finish()
        guard let id, let text else { return nil }
        return RevocationCondition(id: id, text: text)
    }
}
