import LinkedData

/// An embedded proof with its value.
public struct Proof: Hashable, Sendable, CanonicalWritable {
    /// What was proved how, when and by which key.
    public let configuration: ProofConfiguration
    /// The signature as a multibase text.
    public let value: String

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        configuration.write(into: &json, value: value)
    }
}
