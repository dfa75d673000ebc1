import Crypto
import HTTPTypes
import Hummingbird
import LinkedData
import NIOCore

/// Answers that anybody may read, with their entity tags.
enum PublicDocument {
    /// A document with its entity tag, or only the word that the caller has it already.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - mediaType: what it is.
    ///   - request: who asks.
    ///   - keep: how many seconds it may be kept without asking again.
    static func response(_ bytes: [UInt8], _ mediaType: String, _ request: Request, keep: Int = 0) -> Response {
        let tag = "\"\(Hexadecimal.encode(Array(SHA256.hash(data: bytes)).prefix(16)))\""
        var response = Response(status: .notModified)
        if !EntityTags.match(request.headers[.ifNoneMatch], tag) {
            response = Response(
                status: .ok, headers: [.contentType: mediaType], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = keep > 0 ? "public, max-age=\(keep)" : "no-cache"
        response.headers[.vary] = "Accept"
        return open(response)
    }

    /// Pages of other origins may read it: there is nothing here that is not for everybody.
    static func open(_ response: Response) -> Response {
        var response = response
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }
}
