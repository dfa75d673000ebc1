import LinkedData

/// An Open Badges 3.0 credential in the form of Verifiable Credentials 2.0, before it is signed.
public struct OpenBadge: Hashable, Sendable, SecurableDocument {
    /// Its id, which is its address.
    public var id: String
    /// Its name.
    public var name: String
    /// What it certifies.
    public var description: String?
    /// Its picture.
    public var image: BadgeImage?
    /// Who issues it.
    public var issuer: SharedPart<BadgeProfile>
    /// From when it is valid, as text.
    public var validFrom: String
    /// Until when it is valid, as text.
    public var validUntil: String?
    /// When it was earned, as text.
    public var awardedDate: String?
    /// Who achieved what.
    public var subject: BadgeSubject
    /// What the results rest on.
    public var evidence: [BadgeEvidence]
    /// Where its status is told.
    public var status: BadgeStatusEntry?
    /// The schema that it follows.
    public var schema: BadgeSchema?
    /// Endorsements, each signed by its endorser (CRD-27).
    public var endorsements: [String]

    /// A credential.
    public init(
        id: String, name: String, description: String? = nil, image: BadgeImage? = nil,
        issuer: SharedPart<BadgeProfile>, validFrom: String, validUntil: String? = nil, awardedDate: String? = nil,
        subject: BadgeSubject, evidence: [BadgeEvidence] = [], status: BadgeStatusEntry? = nil,
        schema: BadgeSchema? = .openBadges3, endorsements: [String] = []
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.image = image
        self.issuer = issuer
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.awardedDate = awardedDate
        self.subject = subject
        self.evidence = evidence
        self.status = status
        self.schema = schema
        self.endorsements = endorsements
    }

    /// The contexts that explain its words.
    public var contexts: [String] {
        let always = [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ]
        return schema == nil ? always : always + ["https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    }

    /// Writes it as JSON, with a proof where there is one.
    public func write(into json: inout CanonicalWriter, proof: Proof?) {
        json.object { json in
            json.member("@context", list: contexts)
            json.member("awardedDate", awardedDate)
            json.member("credentialSchema", parts: schema.map { [$0] } ?? [])
            json.member("credentialStatus", part: status)
            json.member("credentialSubject", part: subject)
            json.member("description", description)
            json.member("endorsementJwt", list: endorsements)
            json.member("evidence", parts: evidence)
            json.member("id", id)
            json.member("image", part: image)
            json.member("issuer", part: issuer)
            json.member("name", name)
            json.member("proof", part: proof)
            json.member("type", list: ["VerifiableCredential", "OpenBadgeCredential"])
            json.member("validFrom", validFrom)
            json.member("validUntil", validUntil)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://www.w3.org/2018/credentials#VerifiableCredential>")
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential>")
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.description, text: description)
        sheet.add(node, Vocabulary.image, part: image)
        sheet.add(node, Vocabulary.issuer, part: issuer)
        sheet.add(node, Vocabulary.validFrom, text: validFrom, Vocabulary.Datatype.dateTime)
        sheet.add(node, Vocabulary.validUntil, text: validUntil, Vocabulary.Datatype.dateTime)
        sheet.add(node, Vocabulary.awardedDate, text: awardedDate, Vocabulary.Datatype.awarded)
        sheet.add(node, Vocabulary.credentialSubject, part: subject)
        sheet.add(node, Vocabulary.evidence, parts: evidence)
        sheet.add(node, Vocabulary.credentialStatus, part: status)
        sheet.add(node, Vocabulary.credentialSchema, part: schema)
        for endorsement in endorsements { sheet.add(node, Vocabulary.endorsementJWT, text: endorsement) }
        return node
    }
}
