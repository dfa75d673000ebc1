extension Identifier {
    /// An id for sample documents, from what it names.
    static func sample(_ kind: String) -> Identifier {
        kind == "contractor"
            ? .contractor(source: sampleSource, workerId: "W-20871") : .derived("sample", kind)
    }

    /// The source of sample records.
    static let sampleSource = "/vms/fieldglass/acme"
}
