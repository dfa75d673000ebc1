import LinkedData

/// What a credential must look like before anything in it may be believed.
///
/// A signature covers the statements, not the words: whoever may add a context or write an IRI for a name can say the
/// signed thing in words that a reader passes over. So only the plain words of the standard are let through.
enum CredentialRules {
    /// Contexts that are known, in the order of the standard, none of them inline.
    static func checkContexts(_ members: [String: JSON], needsBadge: Bool, _ library: ContextLibrary) throws {
        func refuse(_ detail: String) -> VerificationFailure { VerificationFailure(.context, detail) }
        guard let contexts = members["@context"]?.list else { throw refuse("there is no list of contexts") }
        let urls = contexts.compactMap(\.text)
        guard urls.count == contexts.count else { throw refuse("a context is written inline") }
        guard urls.first == "https://www.w3.org/ns/credentials/v2" else {
            throw refuse("the first context is not that of Verifiable Credentials 2.0")
        }
        if needsBadge, urls.dropFirst().first?.hasPrefix("https://purl.imsglobal.org/spec/ob/v3p0/context") != true {
            throw refuse("the second context is not that of Open Badges 3.0")
        }
        guard Set(urls).count == urls.count else { throw refuse("a context stands twice") }
        if let unknown = urls.first(where: { !library.contains($0) }) {
            throw refuse("the context \(unknown) is not known")
        }
        for (name, value) in members where name != "@context" && name != "proof" { try checkNames(name, value) }
        // A proof may repeat the contexts of its document, and must then state the same.
        for (name, value) in members["proof"]?.object ?? [:] where name != "@context" { try checkNames(name, value) }
    }

    /// No keyword, no IRI and no further context stands for a name.
    private static func checkNames(_ name: String, _ value: JSON) throws {
        guard !name.hasPrefix("@"), !name.contains(":"), !name.contains("/") else {
            throw VerificationFailure(.context, "\(name) stands where a plain name should")
        }
        switch value {
        case .list(let values): for element in values { try checkNames(name, element) }
        case .object(let members): for (inner, element) in members { try checkNames(inner, element) }
        default: break
        }
    }

    /// The members of an Open Badge.
    static func checkBadge(_ members: [String: JSON]) throws {
        try check(members["type"], has: ["VerifiableCredential"], "type")
        let types = members["type"]?.elements.compactMap(\.text) ?? []
        guard types.contains("OpenBadgeCredential") || types.contains("AchievementCredential") else {
            throw VerificationFailure(.structure, "type: it is no Open Badge")
        }
        try need(members, ["id", "issuer", "validFrom", "credentialSubject"])
        guard let issuer = members["issuer"], issuer["id"]?.text != nil || issuer.text != nil else {
            throw VerificationFailure(.structure, "issuer: it has no id")
        }
        guard let subject = members["credentialSubject"]?.object else {
            throw VerificationFailure(.structure, "credentialSubject: it is not one object")
        }
        guard subject["id"]?.text != nil || subject["identifier"] != nil else {
            throw VerificationFailure(.structure, "credentialSubject: it names nobody")
        }
        guard let achievement = subject["achievement"]?.object, achievement["name"]?.text != nil,
            achievement["criteria"] != nil
        else { throw VerificationFailure(.structure, "achievement: it has no name or no criteria") }
        if let status = members["credentialStatus"], status.object == nil {
            throw VerificationFailure(.structure, "credentialStatus: it is not one object")
        }
        try checkResults(subject, achievement)
    }

    /// Every result is of a kind that the achievement describes, and reaches a level of that kind.
    private static func checkResults(_ subject: [String: JSON], _ achievement: [String: JSON]) throws {
        var levels: [String: Set<String>] = [:]
        for description in achievement["resultDescription"]?.elements ?? [] {
            guard let id = description["id"]?.text else {
                throw VerificationFailure(.structure, "resultDescription: it has no id")
            }
            levels[id] = Set((description["rubricCriterionLevel"]?.elements ?? []).compactMap { $0["id"]?.text })
        }
        for result in subject["result"]?.elements ?? [] {
            guard let kind = result["resultDescription"]?.text else { continue }
            guard let known = levels[kind] else {
                throw VerificationFailure(.structure, "result: the achievement does not describe \(kind)")
            }
            if let level = result["achievedLevel"]?.text, !known.contains(level) {
                throw VerificationFailure(.structure, "result: \(level) is no level of \(kind)")
            }
        }
    }

    static func need(_ members: [String: JSON], _ names: [String]) throws {
        for name in names where members[name] == nil || members[name] == .null {
            throw VerificationFailure(.structure, "\(name): it is missing")
        }
    }

    static func check(_ value: JSON?, has wanted: [String], _ name: String) throws {
        let found = value?.elements.compactMap(\.text) ?? []
        for word in wanted where !found.contains(word) {
            throw VerificationFailure(.structure, "\(name): it is not \(word)")
        }
    }

    /// Whether a document is valid at a moment.
    static func checkDates(_ members: [String: JSON], _ now: Moment, _ check: VerificationCheck.Name = .dates) throws {
        guard let from = members["validFrom"]?.text.flatMap(Moment.init) else {
            throw VerificationFailure(check, "validFrom is no moment")
        }
        guard from.seconds <= now.seconds + 60 else {
            throw VerificationFailure(check, "it is valid only from \(members["validFrom"]?.text ?? "")")
        }
        guard let until = members["validUntil"] else { return }
        guard let end = until.text.flatMap(Moment.init) else {
            throw VerificationFailure(check, "validUntil is no moment")
        }
        guard end > now else { throw VerificationFailure(check, "it was valid until \(until.text ?? "")") }
    }

    /// The issuer's id.
    static func issuer(_ members: [String: JSON]) -> String? {
        members["issuer"]?.text ?? members["issuer"]?["id"]?.text
    }
}
