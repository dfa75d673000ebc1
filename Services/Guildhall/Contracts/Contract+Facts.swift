import Contracts

extension Contract {
    /// What is to be known of the contract beside its fields.
    var facts: [JSONDocument.Member] {
        [
            .init("type", .string(type.name)),
            .init("direction", .string(direction.rawValue)),
            .init("service", .string(owner.rawValue)),
            .init("summary", .string(summary)),
        ]
    }

    /// The fields of the data, nested ones by their paths.
    var fields: [ContractFieldRow] {
        ContractFieldRow.rows(of: payload.schema, below: "data")
    }
}
