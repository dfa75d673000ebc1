import Foundation

/// Credentials within images (Open Badges 3.0, section 5.3): one in each, or it is none.
public enum BakedImage {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let keyword = Array("openbadgecredential".utf8)
    /// The namespace of the element that holds the credential in an SVG.
    private static let namespace = "https://purl.imsglobal.org/ob/v3p0"

    /// Whether bytes begin like a PNG.
    public static func isPNG(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: signature)
    }

    /// Whether a text looks like an SVG.
    public static func isSVG(_ bytes: [UInt8]) -> Bool {
        bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } == UInt8(ascii: "<")
    }

    // MARK: PNG

    /// The image with a credential in one `iTXt` chunk, before its data.
    public static func bake(_ credential: [UInt8], png: [UInt8]) throws -> [UInt8] {
        let chunks = try chunks(png)
        guard !chunks.contains(where: isCredential) else {
            throw OpenBadgeError("form", "there is a credential in the image already")
        }
        let data = keyword + [0, 0, 0, 0, 0] + credential
        var out = signature
        for (index, chunk) in chunks.enumerated() {
            append(chunk.type, chunk.data, to: &out)
            if index == 0 { append(Array("iTXt".utf8), data[...], to: &out) }
        }
        return out
    }

    /// The credential in an image.
    public static func extract(png: [UInt8]) throws -> [UInt8] {
        let found = try chunks(png).filter(isCredential)
        guard let chunk = found.first else { throw OpenBadgeError("form", "there is no credential in the image") }
        guard found.count == 1 else { throw OpenBadgeError("form", "the image holds \(found.count) credentials") }
        guard chunk.type == Array("iTXt".utf8) else {
            throw OpenBadgeError("form", "the credential stands in a chunk that is no iTXt")
        }
        var rest = chunk.data.dropFirst(keyword.count + 1)
        guard rest.count > 4, rest.popFirst() == 0, rest.popFirst() == 0 else {
            throw OpenBadgeError("form", "the credential in the image is compressed, which Open Badges forbids")
        }
        for _ in 0..<2 {
            guard let end = rest.firstIndex(of: 0) else { throw OpenBadgeError("form", "a chunk is cut short") }
            rest = rest[(end + 1)...]
        }
        return Array(rest)
    }

    private struct Chunk {
        let type: [UInt8]
        let data: ArraySlice<UInt8>
    }

    private static func isCredential(_ chunk: Chunk) -> Bool {
        [Array("iTXt".utf8), Array("tEXt".utf8), Array("zTXt".utf8)].contains(chunk.type)
            && chunk.data.starts(with: keyword + [0])
    }

    private static func chunks(_ png: [UInt8]) throws -> [Chunk] {
        guard isPNG(png) else { throw OpenBadgeError("form", "this is no PNG") }
        var chunks: [Chunk] = []
        var position = signature.count
        while position < png.count {
            guard position + 12 <= png.count else { throw OpenBadgeError("form", "the PNG is cut short") }
            let length = png[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let type = Array(png[position + 4..<position + 8])
            guard position + 12 + length <= png.count else { throw OpenBadgeError("form", "the PNG is cut short") }
            let data = png[position + 8..<position + 8 + length]
            let sum = png[position + 8 + length..<position + 12 + length].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            guard CRC32.of(type + data) == sum else { throw OpenBadgeError("form", "a chunk of the PNG is damaged") }
            chunks.append(Chunk(type: type, data: data))
            position += 12 + length
            if type == Array("IEND".utf8) { break }
        }
        guard position == png.count else { throw OpenBadgeError("form", "something follows the end of the PNG") }
        return chunks
    }

    private static func append(_ type: [UInt8], _ data: ArraySlice<UInt8>, to out: inout [UInt8]) {
        func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        out += number(UInt32(data.count)) + type + data + number(CRC32.of(type + data))
    }

    // MARK: SVG

    /// The image with a credential in an element right after `<svg>`.
    public static func bake(_ credential: String, isToken: Bool, svg: String) throws -> String {
        guard !svg.contains("<openbadges:credential"), let start = svg.range(of: "<svg"),
            let end = svg[start.upperBound...].firstIndex(of: ">")
        else { throw OpenBadgeError("form", "this is no SVG without a credential") }
        let element =
            isToken
            ? "<openbadges:credential verify=\"\(credential)\"></openbadges:credential>"
            : "<openbadges:credential><![CDATA[\(credential)]]></openbadges:credential>"
        return svg[..<end] + " xmlns:openbadges=\"\(namespace)\">" + element + svg[svg.index(after: end)...]
    }

    /// The credential in an image.
    public static func extract(svg bytes: [UInt8]) throws -> [UInt8] {
        guard let svg = String(validating: bytes, as: UTF8.self), svg.contains("<svg") else {
            throw OpenBadgeError("form", "this is no SVG")
        }
        guard !svg.contains("<!ENTITY") else { throw OpenBadgeError("form", "the SVG defines entities") }
        let parts = svg.split(separator: "<openbadges:credential", omittingEmptySubsequences: false)
        guard parts.count > 1 else { throw OpenBadgeError("form", "there is no credential in the image") }
        guard parts.count == 2 else { throw OpenBadgeError("form", "the image holds \(parts.count - 1) credentials") }
        guard let close = parts[1].firstIndex(of: ">") else { throw OpenBadgeError("form", "an element does not end") }
        let head = parts[1][..<close]
        if let start = head.range(of: "verify=\""), let end = head[start.upperBound...].firstIndex(of: "\"") {
            return Array(head[start.upperBound..<end].utf8)
        }
        let body = parts[1][parts[1].index(after: close)...]
        guard let start = body.range(of: "<![CDATA["), let end = body.range(of: "]]>") else {
            throw OpenBadgeError("form", "the element of the image holds no credential")
        }
        return Array(body[start.upperBound..<end.lowerBound].utf8)
    }
}
