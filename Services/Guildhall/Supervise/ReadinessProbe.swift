import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks services whether they are ready.
struct ReadinessProbe: Sendable {
    private let session: URLSession

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 5
        session = URLSession(configuration: configuration)
    }

    /// Whether the service at an address answers that it is; no answer is none.
    func isReady(_ address: URL) async -> Bool {
        do {
            let (_, response) = try await session.data(from: address.appendingPathComponent("readyz"))
            return (response as? HTTPURLResponse)?.statusCode == 200
        } catch {
            return false
        }
    }
}
