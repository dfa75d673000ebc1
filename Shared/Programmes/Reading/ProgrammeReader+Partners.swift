import Foundation
import LinkedData
import Yams

extension ProgrammeReader {
    /// The client whose mark a badge carries.
    func client(_ mapping: DocumentMapping) -> CredentialClient? {
        let name = mapping.required("name", "Say what people call the client.").flatMap { prose($0, atMost: 200) }
        let url = mapping.required("url", "Give the client's address, such as https://client.example.")
            .flatMap { address($0) }
        let place = mapping.value("mark")
        let mark = place.flatMap { self.mark($0) }
        mapping.finish()
        guard let name, let url, place == nil || mark != nil else { return nil }
        return CredentialClient(name: name, url: url, mark: mark)
    }

    /// A web address.
    func address(_ place: DocumentValue) -> String? {
        guard let url = place.text(atMost: 500) else { return nil }
        guard url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(" ") else {
            place.report("address", "'\(url)' is no web address.", remedy: "Begin it with https://.")
            return nil
        }
        return url
    }

    /// The language of a text, which has to be one that the pages speak.
    func language(_ place: DocumentValue) -> String? {
        guard let tag = place.id() else { return nil }
        guard purpose == .publication, PageLanguage(tag: tag) == nil else { return tag }
        let known = PageLanguage.allCases.map(\.rawValue).joined(separator: ", ")
        place.report(
            "language", "No page speaks '\(tag)', so its readers would be addressed in a language of others.",
            remedy: "Choose one of \(known), with a region if need be, such as en-GB.")
        return nil
    }

    /// An endorsement: its shape and whose word it is; whether it is genuine is for whoever verifies the credential.
    func coIssuer(_ place: DocumentValue) -> CoIssuer? {
        guard let token = place.text(atMost: 16_384) else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = decoded(parts[1]).flatMap({ try? JSON.parse($0) }) else {
            place.report(
                "endorsement", "This is no signed endorsement.",
                remedy: "Paste the partner's token: three parts with points between them, on one line.")
            return nil
        }
        guard (payload["type"]?.elements ?? []).contains("EndorsementCredential"),
            let id = payload["issuer"]?["id"]?.text, let name = payload["issuer"]?["name"]?.text,
            let subject = payload["credentialSubject"]?["id"]?.text
        else {
            place.report(
                "endorsement", "The token endorses nothing, or does not say who endorses.",
                remedy: "Ask the partner for an EndorsementCredential whose issuer has an id and a name.")
            return nil
        }
        return CoIssuer(id: id, name: name, subject: subject, endorsement: token)
    }

    /// Refuses endorsements of what this programme does not issue.
    func checkCoIssuers(_ pathways: [DocumentValue], of programme: String?, _ definitions: [Pathway]) {
        guard purpose == .publication, let programme else { return }
        let written = pathways.flatMap { pathway in
            (pathway.node.mapping?["credential"]?.mapping?["co-issuers"]?.sequence ?? []).enumerated().map {
                index, node in
                DocumentValue(
                    node: node, path: "\(pathway.path).credential.co-issuers[\(index)]", document: pathway.document)
            }
        }
        let achievements = definitions.flatMap { pathway in pathway.offerings.map { pathway.achievement(in: $0) } }
        let endings = achievements.map { "/achievements/\(programme)/\($0)" }
        for place in written {
            guard let token = place.node.scalar?.string,
                let subject = definitions.flatMap(\.credential.coIssuers).first(where: { $0.endorsement == token })?
                    .subject
            else { continue }
            if endings.contains(where: { subject.hasSuffix($0) }) { continue }
            place.report(
                "endorsement", "It endorses \(subject), which this programme does not issue.",
                remedy: "Ask the partner to endorse the address that ends in \(endings.first ?? "its achievement").")
        }
    }

    private func mark(_ place: DocumentValue) -> String? {
        guard let text = place.text(atMost: CredentialClient.markLimit) else { return nil }
        let prefix = "data:image/png;base64,"
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard text.hasPrefix(prefix), let image = Data(base64Encoded: String(text.dropFirst(prefix.count))),
            image.starts(with: signature)
        else {
            place.report(
                "mark", "The mark is no PNG within a data: address.",
                remedy: "Write '\(prefix)' and the picture in base 64; 128 by 128 pixels are enough.")
            return nil
        }
        return text
    }

    /// The bytes of a text in base 64 for addresses (RFC 7515, section 2).
    private func decoded(_ text: Substring) -> [UInt8]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map(Array.init)
    }
}
