import LinkedData
import OpenBadges

/// A credential as a picture that holds it (CRD-03).
struct CredentialImage {
    private let document: [UInt8]
    private let drawing: BadgeDrawing

    /// The picture of a signed document.
    init(_ document: [UInt8], issuer: String) throws {
        let members = try JSON.parse(document)
        self.document = document
        let achievement = members["credentialSubject"]?["achievement"]
        drawing = BadgeDrawing(
            achievement: achievement, name: members["name"]?.text,
            issuer: members["issuer"]?["name"]?.text ?? issuer,
            awarded: members["awardedDate"]?.text.map { String($0.prefix(10)) },
            description: members["description"]?.text)
    }

    /// As an SVG.
    var baked: [UInt8] {
        get throws {
            Array(
                try BakedImage.bake(String(decoding: document, as: UTF8.self), isToken: false, svg: drawing.svg).utf8)
        }
    }

    /// As a PNG.
    var bakedPicture: [UInt8] {
        get throws { try BakedImage.bake(document, png: try BadgePicture.png(of: drawing.svg)) }
    }
}
