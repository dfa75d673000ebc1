extension Refusal {
    /// The refusal of a record that was about somebody else before.
    public static let contractorChanged = Refusal(
        code: "contractor-changed", path: "data.person.workerId",
        message: "This record was about another worker before; send it under a new record id.")

    /// The refusal of a revision that is known with another content.
    public static func revisionConflict(_ revision: Int64) -> Refusal {
        Refusal(
            code: "revision-conflict", path: "data.revision",
            message: "Revision \(revision) of this record is known with another content; send the change under a "
                + "higher revision.")
    }
}
