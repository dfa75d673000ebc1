import Contracts

extension ContractField {
    /// The fields of the data of each type that outside publishers may send.
    static let inbound: [String: [ContractField]] = Dictionary(
        uniqueKeysWithValues: Catalogue.all.filter { $0.direction == .inbound }.map { contract in
            (contract.type.name, fields(ofAny: contract.payload))
        })

    private static func fields<Value: Payload>(ofAny type: Value.Type) -> [ContractField] {
        fields(of: type)
    }
}
