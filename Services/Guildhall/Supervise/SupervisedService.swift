import Contracts
import Foundation

/// A service as its supervisor knows it.
struct SupervisedService: Sendable {
    let name: ServiceName
    /// Path of its program.
    let program: String
    /// Path of its settings.
    let settings: String
    /// Where it answers HTTP.
    let address: URL
    /// Where its output goes.
    let log: RotatingLog

    /// Starts it once.
    func start() throws -> ServiceProcess {
        try ServiceProcess.start(program, ["--config", settings], log: log)
    }
}
