import Foundation
import NIOCore

/// Asks services whether they are ready.
struct ReadinessProbe: Sendable {
    /// Whether the service at an address answers that it is; no answer is none.
    func isReady(_ address: URL) async -> Bool {
        do {
            let ready = address.appendingPathComponent("readyz").absoluteString
            return try await ServiceHTTP.get(ready, within: .seconds(5)).status == 200
        } catch {
            return false
        }
    }
}
