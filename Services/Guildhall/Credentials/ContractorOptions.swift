import ArgumentParser
import Contracts
import Database

/// How a command names a contractor.
struct ContractorOptions: ParsableArguments {
    @Argument(help: "The contractor's id.", transform: DeadLettersCommand.identifier) var contractor: Identifier?
    @Option(help: "The source that knows the worker, instead of the contractor's id.") var source: String?
    @Option(help: "The worker's id in that source.") var worker: String?

    func validate() throws {
        guard (contractor != nil) != (source != nil || worker != nil), (source == nil) == (worker == nil) else {
            throw ValidationError("Name the contractor: by its id, or by --source and --worker.")
        }
    }

    private static let group = Statement(
        """
        SELECT m.id FROM credentialing_contractor m JOIN credentialing_contractor k ON k.canonical = m.canonical
        WHERE k.id = $1::uuid ORDER BY m.id
        """)

    /// The id.
    var id: Identifier {
        contractor ?? .contractor(source: source ?? "", workerId: worker ?? "")
    }

    /// The contractor, who must be known, with everybody who is the same person.
    func members(in database: Database) async throws -> [Identifier] {
        let rows = try await database.run([Call(ContractorOptions.group, [.uuid(id)])])[0]
        guard !rows.isEmpty else { throw ValidationError("Credentialing knows no contractor \(id).") }
        return try rows.map { try $0.identifier(0) }
    }
}
