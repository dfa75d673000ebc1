import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle
import Testing

@testable import ServiceRuntime

@Suite("Web listener")
struct WebServerTests {
    private struct Inside: Error {}

    /// Runs a listener on a port of the system's choice while the body asks it.
    private func withServer(
        readiness: Readiness = Readiness(), timeout: Duration = .seconds(5),
        _ body: @escaping @Sendable (WebProbe) async throws -> Void,
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            settings: WebSettings(port: 0, requestBytes: 1024, requestTimeout: timeout),
            readiness: readiness,
            registry: MetricsRegistry(),
            status: { .object([("inFlight", .count(0))]) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onRunning: { port in continuation.yield(port) },
            routes: { router in
                router.get("/broken") { _, _ -> String in throw Inside() }
                router.get("/slow") { _, _ -> String in
                    try await Task.sleep(for: .seconds(30))
                    return "late"
                }
                router.post("/echo") { request, context in
                    var request = request
                    return String(buffer: try await request.collectBody(upTo: context.maxUploadSize))
                }
            })
        let group = ServiceGroup(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                try await body(WebProbe(port: port))
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test("health, readiness, metrics and status answer, with the headers that keep browsers safe")
    func operatorRoutes() async throws {
        let readiness = Readiness()
        try await withServer(readiness: readiness) { probe async throws in
            let health = try await probe.get("/healthz")
            #expect(health.status == 200)
            #expect(health.header("x-content-type-options") == "nosniff")
            #expect(health.header("content-security-policy")?.hasPrefix("default-src 'none'") == true)
            #expect(health.header("x-request-id")?.isEmpty == false)
            #expect(try await probe.get("/readyz").status == 200)
            readiness.register(ReadinessCheck("x") { .fail("not yet") })
            let ready = try await probe.get("/readyz")
            #expect(ready.status == 503)
            #expect(ready.body == #"{"ready":false,"checks":{"x":{"ok":false,"detail":"not yet"}}}"#)
            #expect(try await probe.get("/status").body == #"{"inFlight":0}"#)
            let metrics = try await probe.get("/metrics")
            #expect(metrics.header("content-type") == MetricsRegistry.contentType)
            #expect(
                metrics.body.contains(
                    "guildhall_http_requests_total{method=\"GET\",route=\"/readyz\",status=\"503\"} 1"))
        }
    }

    @Test("errors are small documents that tell nothing of the inside, in the form that the caller prefers")
    func errors() async throws {
        try await withServer { probe async throws in
            let missing = try await probe.get("/nothing", ["accept": "application/json", "x-request-id": "abc-12345"])
            #expect(missing.status == 404)
            #expect(missing.header("x-request-id") == "abc-12345")
            #expect(missing.body == #"{"title":"Not Found","status":404,"request_id":"abc-12345"}"#)
            let page = try await probe.get("/nothing", ["accept": "text/html,*/*"])
            #expect(page.header("content-type") == "text/html; charset=utf-8")
            #expect(page.body.contains("<h1>404 Not Found</h1>"))
            let broken = try await probe.get("/broken")
            #expect(broken.status == 500)
            #expect(!broken.body.contains("Inside"))
        }
    }

    @Test("a request that takes too long or is too large is turned away")
    func limits() async throws {
        try await withServer(timeout: .milliseconds(50)) { probe async throws in
            #expect(try await probe.get("/slow").status == 503)
            #expect(try await probe.post("/echo", body: "hello").body == "hello")
            #expect(try await probe.post("/echo", body: String(repeating: "x", count: 4096)).status == 413)
        }
    }

    @Test("only a short, plain request id of a caller is taken over")
    func requestIDs() {
        #expect(RequestIdentity.isSensible("0123-abcd_EF.9"))
        #expect(!RequestIdentity.isSensible("short"))
        #expect(!RequestIdentity.isSensible("<script>alert(1)</script>"))
        #expect(!RequestIdentity.isSensible(String(repeating: "a", count: 65)))
    }

    @Test("a browser gets pages, a program gets JSON")
    func accept() {
        #expect(ErrorPage.prefersHTML("text/html,application/xhtml+xml,*/*;q=0.8"))
        #expect(!ErrorPage.prefersHTML("application/json, text/html"))
        #expect(!ErrorPage.prefersHTML("*/*"))
        #expect(!ErrorPage.prefersHTML(nil))
    }
}
