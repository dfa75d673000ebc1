import ArgumentParser
import Foundation
import LinkedData
import OpenBadges

/// The issuer of a worker's export: its keys and status lists as they were then (CRD-03).
struct ExportedIssuer: Sendable {
    private let answers: [String: [UInt8]]

    /// The issuer in a file.
    init(file: String) throws {
        do {
            self.init(try JSON.parse(Array(try Data(contentsOf: URL(filePath: file)))))
        } catch {
            throw ValidationError("'\(file)' is no export that can be read: \(error)")
        }
    }

    /// The issuer of an export.
    init(_ export: JSON) {
        var answers: [String: [UInt8]] = [:]
        let issuer = export["issuer"]
        if let id = issuer?["id"]?.text, let document = issuer?["didDocument"] {
            answers[ExportedIssuer.address(of: id)] = document.canonical
        }
        for key in issuer?["keySet"]?["keys"]?.elements ?? [] {
            if let url = key["kid"]?.text { answers[url] = key.canonical }
        }
        for (url, list) in export["statusLists"]?.object ?? [:] { answers[url] = list.canonical }
        self.answers = answers
    }

    /// Answers as the issuer did; everything else is down.
    var source: CredentialSource {
        CredentialSource { [answers] url, _ in
            // The same address by http is the same document: an issuer on this machine has no https.
            let found = answers[url] ?? answers[url.replacing("http://", with: "https://")]
            return found.map { .success($0) } ?? .failure(.unavailable("\(url) is not in the export"))
        }
    }

    /// Where a `did:web` document is served.
    private static func address(of id: String) -> String {
        let parts = id.split(separator: ":").dropFirst(2).map { $0.replacing("%3A", with: ":") }
        let path = parts.count > 1 ? parts.joined(separator: "/") : "\(parts.first ?? "")/.well-known"
        return "https://\(path)/did.json"
    }
}
