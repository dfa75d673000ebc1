import ArgumentParser
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import OpenBadges

/// Fetches what a stranger's credential names, without being led anywhere: by https, at public addresses, to the
/// address that was checked, with an end to redirects, time and size.
struct GuardedFetch: Sendable {
    private static let redirectLimit = 5
    private static let sizeLimit = 5 * 1024 * 1024
    private static let timeLimit = TimeAmount.seconds(10)

    /// Where our own issuer is: asked by the scheme of the settings, wherever it is.
    private let own: URL?
    private let allowedHosts: Set<String>
    private let certificates: String?

    init(own: String, allowedHosts: Set<String>, certificates: String?) {
        self.own = URL(string: own)
        self.allowedHosts = allowedHosts
        self.certificates = certificates
    }

    /// What an address leads to, or why there is no answer.
    func answer(_ address: String, _ mediaTypes: [String]) async -> Result<[UInt8], CredentialSource.Failure> {
        do {
            return .success(try await fetch(address, mediaTypes))
        } catch let failure as CredentialSource.Failure {
            return .failure(failure)
        } catch {
            return .failure(.unavailable("\(address) does not answer: \(error)"))
        }
    }

    /// What an address leads to.
    func fetch(_ address: String, _ mediaTypes: [String]) async throws -> [UInt8] {
        var next = address
        for _ in 0...GuardedFetch.redirectLimit {
            switch try await step(next, mediaTypes) {
            case .found(let bytes): return bytes
            case .elsewhere(let location): next = location
            }
        }
        throw CredentialSource.Failure.refused("\(address) leads on more than \(GuardedFetch.redirectLimit) times")
    }

    private enum Answer {
        case found([UInt8])
        case elsewhere(String)
    }

    private func step(_ address: String, _ mediaTypes: [String]) async throws -> Answer {
        guard var parts = URLComponents(string: address), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil
        else { throw CredentialSource.Failure.refused("\(address) is no address") }
        parts.fragment = nil
        let name = host + (parts.port.map { ":\($0)" } ?? "")
        let isOwn = own?.host()?.lowercased() == host && own?.port == parts.port
        if isOwn { parts.scheme = own?.scheme }
        let isAllowed = isOwn || allowedHosts.contains(name) || allowedHosts.contains(host)
        guard parts.scheme == "https" || (isOwn && parts.scheme == "http") else {
            throw CredentialSource.Failure.refused("\(address) is not asked for by https")
        }
        guard let url = parts.string else { throw CredentialSource.Failure.refused("\(address) is no address") }
        let bare = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        let resolved = try HostAddress.resolve(bare)
        guard isAllowed || resolved.allSatisfy(\.isPublic) else {
            throw CredentialSource.Failure.refused("\(name) is at a private address")
        }
        return try await ask(url, bare, resolved[0].text, mediaTypes)
    }

    private func ask(
        _ url: String, _ host: String, _ address: String, _ mediaTypes: [String]
    ) async throws -> Answer {
        let client = HTTPClient(
            eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: try settings(host, address))
        let result: Result<Answer, CredentialSource.Failure>
        do {
            result = try await read(client, url, mediaTypes)
        } catch {
            result = .failure(.unavailable("\(url) does not answer: \(error)"))
        }
        do {
            try await client.shutdown()
        } catch {
            throw CredentialSource.Failure.unavailable("\(url): the connection does not end: \(error)")
        }
        return try result.get()
    }

    private func settings(
        _ host: String, _ address: String
    ) throws -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let certificates { tls.additionalTrustRoots = [.file(certificates)] }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(10))
        // The name was looked up once and checked; it is not looked up again.
        configuration.dnsOverride = [host: address]
        return configuration
    }

    private func read(
        _ client: HTTPClient, _ url: String, _ mediaTypes: [String]
    ) async throws -> Result<Answer, CredentialSource.Failure> {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Accept", value: mediaTypes.joined(separator: ", "))
        request.headers.add(name: "User-Agent", value: "guildhall-verify/1")
        let response = try await client.execute(request, timeout: GuardedFetch.timeLimit)
        switch response.status.code {
        case 200:
            do {
                let body = try await response.body.collect(upTo: GuardedFetch.sizeLimit)
                return .success(.found(Array(body.readableBytesView)))
            } catch is NIOTooManyBytesError {
                return .failure(.refused("\(url) answers with more than \(GuardedFetch.sizeLimit) bytes"))
            }
        case 301, 302, 303, 307, 308:
            guard let location = response.headers.first(name: "Location"),
                let target = URL(string: location, relativeTo: URL(string: url))?.absoluteString
            else { return .failure(.refused("\(url) leads nowhere")) }
            return .success(.elsewhere(target))
        case 500...: return .failure(.unavailable("\(url) answers \(response.status.code)"))
        default: return .failure(.refused("\(url) answers \(response.status.code)"))
        }
    }
}

extension GuardedFetch {
    /// What a person named: a file, `-` for standard input, or an address.
    func read(_ credential: String) async throws -> [UInt8] {
        if credential.hasPrefix("https://") || credential.hasPrefix("http://") {
            let mediaTypes = ["application/vc", "application/vc+jwt", "image/png", "image/svg+xml"]
            switch await answer(credential, mediaTypes) {
            case .success(let bytes): return bytes
            case .failure(let failure):
                throw ValidationError("'\(credential)' gave no credential: \(failure.words)")
            }
        }
        do {
            if credential == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
            return Array(try Data(contentsOf: URL(filePath: credential)))
        } catch {
            throw ValidationError("'\(credential)' cannot be read: \(error.localizedDescription)")
        }
    }
}
