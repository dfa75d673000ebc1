import Crypto
import LinkedData

/// The suites of embedded proofs that are understood.
public enum Cryptosuite: String, CaseIterable, Hashable, Sendable {
    /// Ed25519 over canonical RDF.
    case eddsaRDFC = "eddsa-rdfc-2022"
    /// Ed25519 over canonical JSON.
    case eddsaJCS = "eddsa-jcs-2022"

    /// What is signed: the hash of the proof without its value, then the hash of the document without its proof.
    ///
    /// - Parameters:
    ///   - document: the document without a proof.
    ///   - proof: the proof without its value.
    ///   - reader: reads both as linked data.
    public func hash(of document: [String: JSON], _ proof: [String: JSON], _ reader: LinkedDataReader) throws -> [UInt8]
    {
        var configuration = proof
        switch self {
        case .eddsaRDFC:
            configuration["@context"] = document["@context"]
            return try reader.canonical(.object(configuration)).hash + reader.canonical(.object(document)).hash
        case .eddsaJCS:
            return Array(SHA256.hash(data: JSON.object(configuration).canonical))
                + Array(SHA256.hash(data: JSON.object(document).canonical))
        }
    }
}
