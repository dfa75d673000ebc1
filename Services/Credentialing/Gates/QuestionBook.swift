import Contracts
import Database

/// What is known about the workers and credentials that a batch's questions name.
struct QuestionBook: Sendable {
    /// The credentials of each worker who is known, those of linked ones included.
    var held: [Identifier: [HeldCredential]] = [:]
    /// The credentials asked about, with their documents.
    var named: [Identifier: (credential: HeldCredential, document: [UInt8])] = [:]
    /// Public keys that vouch for us, by verification method.
    var keys: [String: [UInt8]] = [:]
}

extension QuestionBook {
    /// A book of the answers to ``QuestionStatements``.
    init(held: Rows, named: Rows, keys: [String: [UInt8]]) throws {
        for row in held {
            let contractor = try row.identifier(0)
            self.held[contractor, default: []] +=
                try row.optionalIdentifier(1) == nil
                ? [] : [HeldCredential(row: row, from: 1)]
        }
        for row in named {
            let credential = try HeldCredential(row: row, from: 1)
            self.named[credential.id] = (credential, try row.bytes(0))
        }
        self.keys = keys
    }
}
