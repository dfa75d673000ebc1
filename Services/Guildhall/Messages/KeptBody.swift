import Contracts
import Database
import Messaging
import ServiceRuntime

/// Opens kept bodies with the operator's key.
struct KeptBody: Sendable {
    let context: OperatorContext

    /// The text of a sealed body, or why it cannot be shown.
    func text(_ sealed: [UInt8]?, service: String, scope: String) async throws -> String {
        guard let sealed, let service = ServiceName(rawValue: service) else { return "(nothing was kept)" }
        guard let path = context.settings.keys.bodies else {
            return "(sealed; set keys.bodies to the file of the key to read it)"
        }
        let vault = BodyVault(service: service, database: context.database, masterKey: try KeyFiles.read(path))
        guard let body = try await vault.opened(sealed, scope: scope) else { return "(its key was destroyed)" }
        return String(decoding: body, as: UTF8.self)
    }
}
