import LinkedData

/// The contexts that are understood without being fetched, told in our own words.
///
/// Each is a list of terms with what they mean; a test holds them against the published files, term by term.
public enum KnownContexts {
    /// The contexts by their addresses.
    public static let library = ContextLibrary(documents.mapValues { ["@context": $0] })

    /// A context by its address, as JSON.
    public static func context(at url: String) -> JSON? {
        documents[url]
    }

    private static let documents: [String: JSON] =
        [
            "https://www.w3.org/ns/credentials/v2": credentialsV2,
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": openBadges303,
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": openBadgesExtensions,
            "https://w3id.org/security/data-integrity/v2": dataIntegrityV2,
        ].mapValues(ContextTable.read)
}
