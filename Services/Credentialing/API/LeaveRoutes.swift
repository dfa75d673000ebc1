import Contracts
import Database
import HTTPTypes
import Hummingbird
import Messaging
import ServiceRuntime

/// Where a worker ends the leave of a system.
struct LeaveRoutes: Sendable {
    let database: Database
    let commands: CommandDoor
    let door: WorkerDoor
    let base: String

    /// Adds the address.
    func add(to router: ServiceRouter) {
        router.post("/me/systems/:family") { request, context in
            let (worker, _) = try await door.form(request)
            try await end(context.parameters.get("family").flatMap { Identifier($0) }, worker)
            return Response(status: .seeOther, headers: [.location: base + "/me#systems"])
        }
    }

    /// Ends it; one that is not the worker's, or ended already, stays as it is.
    private func end(_ family: Identifier?, _ worker: Worker) async throws {
        let rows = try await database.run([Call(AccessStatements.leaves, [.uuid(worker.contractor)])])[0]
        guard let leave = try rows.map({ try SystemLeave(row: $0) }).first(where: { $0.family == family }) else {
            return
        }
        var command = AccessCommand()
        command.act = .revoke
        command.family = leave.family
        command.contractor = worker.contractor
        command.client = leave.client
        command.reason = "ended by the worker"
        _ = try await commands(
            Command(
                type: AccessCommand.type, source: "worker:\(worker.contractor)", contractor: worker.contractor,
                payload: command))
    }
}
