/// A message about a row.
struct EventMapping: Sendable {
    /// What it is called in errors and summaries.
    let name: String
    /// The CloudEvents type.
    let type: String
    /// Whether there is one for a row.
    let condition: Condition
    /// The CloudEvents id.
    let id: Template
    /// Where its time is found.
    let time: Int
    /// Which comes first among messages of the same time: the lower number.
    let order: Int
    /// The members of its data, in the contract's order.
    let data: [DataMember]
    /// The line of the mapping that begins it, for errors of data.
    let line: Int
}

/// A member of a message's data.
struct DataMember: Sendable {
    /// What it is called.
    let name: String
    /// What it holds.
    let content: DataContent
}

/// What a member of a message's data holds.
indirect enum DataContent: Sendable {
    /// Members of its own.
    case members([DataMember])
    /// One value, written as the contract's field wants it.
    case value(Template, FieldKind)
}
