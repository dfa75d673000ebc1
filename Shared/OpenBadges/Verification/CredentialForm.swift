import LinkedData

/// A credential as it arrives: a document with an embedded proof, or a token.
enum CredentialForm {
    /// JSON with a proof in it.
    case document([String: JSON])
    /// A compact JWS.
    case token(String)

    /// The form of a file: JSON, a token, or a PNG or SVG in which one of them is baked.
    init(_ bytes: [UInt8]) throws {
        if BakedImage.isPNG(bytes) {
            self = try CredentialForm(plain: try BakedImage.extract(png: bytes))
        } else if BakedImage.isSVG(bytes) {
            self = try CredentialForm(plain: try BakedImage.extract(svg: bytes))
        } else {
            self = try CredentialForm(plain: bytes)
        }
    }

    private init(plain bytes: [UInt8]) throws {
        let trimmed = CredentialForm.trimmed(bytes[...])
        if trimmed.first == UInt8(ascii: "{") {
            guard let members = try JSON.parse(trimmed).object else {
                throw OpenBadgeError("form", "a credential is an object")
            }
            self = .document(members)
        } else if trimmed.count > 20, trimmed.allSatisfy(CredentialForm.isTokenByte) {
            self = .token(String(decoding: trimmed, as: UTF8.self))
        } else {
            throw OpenBadgeError("form", "this is neither JSON, nor a token, nor an image with a credential in it")
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var slice = bytes.drop(while: isSpace)
        while let last = slice.last, isSpace(last) { slice.removeLast() }
        return slice
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
