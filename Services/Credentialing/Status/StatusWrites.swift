import Contracts
import Database

/// What a batch does to status lists.
struct StatusWrites {
    /// Bits given to documents.
    var given: [(place: StatusPlace, credential: Identifier)] = []
    /// Bits of documents that count no more.
    var set: [StatusPlace] = []

    /// The statements, rows in the order in which they are locked.
    var calls: [Call] {
        var calls: [Call] = []
        if !given.isEmpty {
            let rows = given.sorted { $0.place < $1.place }
            calls.append(
                Call(
                    StatusStatements.insert,
                    [
                        .int8s(rows.map(\.place.list)), .int4s(rows.map(\.place.index)),
                        .uuids(rows.map(\.credential)),
                    ]))
        }
        if !set.isEmpty {
            let places = Swift.Set(set).sorted()
            calls.append(Call(StatusStatements.set, [.int8s(places.map(\.list)), .int4s(places.map(\.index))]))
        }
        return calls
    }
}
