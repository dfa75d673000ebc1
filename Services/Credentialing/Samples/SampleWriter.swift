import Contracts
import Database
import Foundation
import LinkedData
import OpenBadges
import Programmes

/// Writes what the issuer would serve for each kind of credential of some programmes, signed with keys made for the
/// occasion: material for verifiers that are not ours.
struct SampleWriter {
    private static let issuer = Issuer(base: "https://credentials.guildhall.example", name: "Guildhall")

    private let folder: URL
    private let signer: CredentialSigner
    private let keys: [PublishedKey]
    private let now: Timestamp
    private let partner = SamplePartner()

    /// A writer into a folder, which is made if need be.
    init(folder: String, now: Timestamp) throws {
        self.folder = URL(filePath: folder)
        self.now = now
        let secrets = KeyAlgorithm.allCases.map { ($0, $0.newSecret()) }
        keys = try secrets.map { algorithm, secret in
            let (id, publicKey) = try algorithm.identity(of: secret)
            return PublishedKey(id: id, algorithm: algorithm, state: .active, publicKey: publicKey)
        }
        signer = CredentialSigner(
            issuer: SampleWriter.issuer, keys: try KeyRing(embedded: secrets[0].1, token: secrets[1].1))
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    }

    /// Writes a credential of each pathway, one that is revoked, the status list and the keys.
    ///
    /// - Returns: how many credentials there are.
    func write(_ programmes: [ProgrammeDefinition]) throws -> Int {
        var list = Bitstring()
        var index: Int32 = 100
        var entries: [JSON] = []
        for programme in programmes {
            for pathway in programme.pathways + [try everything(of: programme.id)] {
                index += 1
                let isRevoked = pathway.id == SampleEverything.id
                if isRevoked { list[Int(index)] = true }
                let name = "\(programme.id)-\(pathway.id)"
                let badge = CredentialDocument(issuer: SampleWriter.issuer)
                    .badge(of: credential(name, programme, pathway, index), pathway)
                let signed = try signer.sign(badge, created: now)
                let image = try CredentialImage(signed, issuer: SampleWriter.issuer.name)
                try save("\(name).json", signed)
                try save("\(name).svg", try image.baked)
                try save("\(name).png", try image.bakedPicture)
                try save("\(name).jwt", Array(try signer.token(try badge.json).utf8))
                try save("\(name).nq", try badge.canonicalQuads())
                entries.append(["name": .text(name), "revoked": .truth(isRevoked)])
            }
        }
        try save(list)
        try save("partner-did.json", partner.document.canonical)
        try save("did.json", try SampleWriter.issuer.document(keys).canonical)
        try save("jwks.json", try SampleWriter.issuer.keySet(keys).canonical)
        for key in keys {
            try save("key-\(key.id).json", try key.jwk(keyID: SampleWriter.issuer.keyURL(key.id)).canonical)
        }
        let contents: JSON = [
            "issuer": .text(SampleWriter.issuer.id), "base": .text(SampleWriter.issuer.base),
            "credentials": .list(entries),
        ]
        try save("index.json", contents.canonical)
        return entries.count
    }

    /// The credential that has everything, and who signs it.
    func everything() throws -> (badge: OpenBadge, signer: CredentialSigner) {
        let pathway = try everything(of: SampleEverything.id)
        let programme = ProgrammeDefinition(
            id: SampleEverything.id, title: "Everything", delivery: .external, participation: .voluntary,
            pathways: [pathway],
            rewards: Rewards())
        let document = CredentialDocument(issuer: SampleWriter.issuer)
        return (document.badge(of: credential(SampleEverything.id, programme, pathway, 7), pathway), signer)
    }

    /// What a verifier would find at the issuer's addresses.
    func source() throws -> CredentialSource {
        let list = try signer.sign(try statusList(Bitstring()), created: now)
        let did = try SampleWriter.issuer.document(keys).canonical
        let pages = [
            SamplePartner.address: partner.document.canonical,
            SampleWriter.issuer.base + "/.well-known/did.json": did, SampleWriter.issuer.url(ofStatusList: 0): list,
        ]
        return CredentialSource { url, _ in
            pages[url].map { .success($0) } ?? .failure(.unavailable("there is nothing at \(url)"))
        }
    }

    private func everything(of programme: String) throws -> Pathway {
        SampleEverything.pathway(
            try partner.coIssuer(
                of: SampleWriter.issuer.achievementURL(programme: programme, achievement: SampleEverything.id)))
    }

    private func statusList(_ list: Bitstring) throws -> StatusListDocument {
        StatusListDocument(
            id: SampleWriter.issuer.url(ofStatusList: 0), issuer: SampleWriter.issuer.id,
            validFrom: UTCText.seconds(now), validUntil: UTCText.seconds(now.adding(seconds: 86_400)),
            encodedList: try list.encoded(), ttl: 300_000)
    }

    private func save(_ list: Bitstring) throws {
        let document = try statusList(list)
        try save("status-0.json", try signer.sign(document, created: now))
        try save("status-0.jwt", Array(try signer.token(document).utf8))
        try save("status-0.nq", try document.canonicalQuads())
    }

    private func save(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    private func credential(
        _ name: String, _ programme: ProgrammeDefinition, _ pathway: Pathway, _ index: Int32
    ) -> Credential {
        let outcome = Identifier.derived("sample-outcome", name)
        let contractor = Identifier.derived("sample-contractor", name)
        return Credential(
            id: Credential.id(of: outcome), outcome: outcome, contractor: contractor, holder: contractor,
            programme: programme.id, programmeVersion: 1, pathway: pathway.id, offering: pathway.id,
            achievement: pathway.offerings.first?.id ?? pathway.id, score: Decimal6(millionths: 78_500_000),
            status: .valid, statusSince: now, reason: nil, awardedAt: now, validFrom: now,
            validUntil: now.adding(months: pathway.credential.validityMonths),
            place: StatusPlace(list: 0, index: index),
            sequence: 1, outcomeSequence: 1, salt: Array(name.utf8.prefix(16)))
    }
}
