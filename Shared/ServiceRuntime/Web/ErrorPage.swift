import HTTPTypes

/// What a caller is told of an error.
struct ErrorPage: Sendable {
    let status: HTTPResponse.Status
    let detail: String?
    let requestID: String

    /// A problem document (RFC 9457).
    var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("title", .string(status.reasonPhrase)), ("status", .count(status.code)),
        ]
        if let detail { members.append(("detail", .string(detail))) }
        members.append(("request_id", .string(requestID)))
        return .object(members)
    }

    /// A page.
    var html: String {
        let title = "\(status.code) \(HTMLText.escaped(status.reasonPhrase))"
        let detail = detail.map { "<p>\(HTMLText.escaped($0))</p>\n" } ?? ""
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(title)</title></head>
            <body><main><h1>\(title)</h1>
            \(detail)<p>Request \(HTMLText.escaped(requestID))</p></main></body>
            </html>

            """
    }

    /// Whether a caller names HTML before JSON, as browsers do.
    static func prefersHTML(_ accept: String?) -> Bool {
        guard let accept, let html = accept.firstRange(of: "text/html") else { return false }
        guard let json = accept.firstRange(of: "json") else { return true }
        return html.lowerBound < json.lowerBound
    }
}

/// Text inside HTML.
enum HTMLText {
    /// The text with the five signs that mean something in HTML replaced.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
