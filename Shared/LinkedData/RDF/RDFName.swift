/// The IRIs that RDF itself uses.
public enum RDFName {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    /// `rdf:type`.
    public static let type = rdf + "type"
    /// `rdf:first`.
    public static let first = rdf + "first"
    /// `rdf:rest`.
    public static let rest = rdf + "rest"
    /// `rdf:nil`.
    public static let end = rdf + "nil"
    /// `rdf:langString`.
    public static let langString = rdf + "langString"
    /// `rdf:JSON`.
    public static let json = rdf + "JSON"
    /// `xsd:string`.
    public static let xsdString = xsd + "string"
    /// `xsd:boolean`.
    public static let xsdBoolean = xsd + "boolean"
    /// `xsd:integer`.
    public static let xsdInteger = xsd + "integer"
    /// `xsd:double`.
    public static let xsdDouble = xsd + "double"
}
