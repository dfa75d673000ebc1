import LinkedData

/// A status list as a credential, before it is signed.
public struct StatusListDocument: Hashable, Sendable, SecurableDocument {
    /// Its address.
    public var id: String
    /// Who issues it, by id.
    public var issuer: String
    /// From when it is valid, as text.
    public var validFrom: String
    /// Until when it is valid, as text.
    public var validUntil: String
    /// What a bit means.
    public var purpose: String
    /// The bits, encoded.
    public var encodedList: String
    /// How many milliseconds a reader may keep it.
    public var ttl: Int64

    /// A list.
    public init(
        id: String, issuer: String, validFrom: String, validUntil: String, purpose: String = "revocation",
        encodedList: String, ttl: Int64
    ) {
        self.id = id
        self.issuer = issuer
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.purpose = purpose
        self.encodedList = encodedList
        self.ttl = ttl
    }

    /// The contexts that explain its words.
    public var contexts: [String] {
        ["https://www.w3.org/ns/credentials/v2"]
    }

    /// Writes it as JSON, with a proof where there is one.
    public func write(into json: inout CanonicalWriter, proof: Proof?) {
        json.object { json in
            json.member("@context", list: contexts)
            json.member("credentialSubject") { list in
                list.member("encodedList", encodedList)
                list.member("id", id + "#list")
                list.member("statusPurpose", purpose)
                list.member("ttl", value: .integer(ttl))
                list.member("type", "BitstringStatusList")
            }
            json.member("id", id)
            json.member("issuer", issuer)
            json.member("proof", part: proof)
            json.member("type", list: ["VerifiableCredential", "BitstringStatusListCredential"])
            json.member("validFrom", validFrom)
            json.member("validUntil", validUntil)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://www.w3.org/2018/credentials#VerifiableCredential>")
        sheet.add(node, type: "<https://www.w3.org/ns/credentials/status#BitstringStatusListCredential>")
        sheet.add(node, Vocabulary.issuer, sheet.node(issuer))
        sheet.add(node, Vocabulary.validFrom, text: validFrom, Vocabulary.Datatype.dateTime)
        sheet.add(node, Vocabulary.validUntil, text: validUntil, Vocabulary.Datatype.dateTime)
        let list = sheet.node(id + "#list")
        sheet.add(node, Vocabulary.credentialSubject, list)
        sheet.add(list, type: "<https://www.w3.org/ns/credentials/status#BitstringStatusList>")
        sheet.add(list, Vocabulary.statusPurpose, text: purpose)
        sheet.add(list, Vocabulary.encodedList, text: encodedList, Vocabulary.Datatype.multibase)
        sheet.add(list, Vocabulary.ttl, text: String(ttl), Vocabulary.Datatype.integer)
        return node
    }
}
