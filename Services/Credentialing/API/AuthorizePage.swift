import Pages

/// The page on which a worker lets a system read their credentials, or does not.
struct AuthorizePage: Sendable {
    let request: AuthorizeRequest
    /// Ties the form to the worker and to what it says.
    let seal: String
    let texts: PageTexts

    /// The page; it works without JavaScript.
    var html: String {
        let name = request.client.name
        let items = request.scopes.compactMap(\.meaning).map { "<li>\(texts[$0])</li>" }.joined()
        let fields = [
            ("client_id", request.client.id), ("redirect_uri", request.redirectURI), ("response_type", "code"),
            ("scope", AccessScope.text(request.scopes)), ("code_challenge", request.challenge),
            ("code_challenge_method", "S256"), ("state", request.state ?? ""), ("seal", seal),
        ].map { "<input type=\"hidden\" name=\"\($0)\" value=\"\(Markup.escaped($1))\">" }.joined()
        return PageStyle.common.page(
            title: texts[.accessTitle, name],
            main: """
                <h1>\(texts[.accessTitle, name])</h1>
                <p>\(texts[.accessAsks, name])</p><ul>\(items)</ul>
                <p>\(texts[.accessEnds, name])</p>
                <form method="post" action="authorize">\(fields)
                <div class="row"><button name="decision" value="allow">\(texts[.accessAllow, name])</button>
                <button class="quiet" name="decision" value="deny">\(texts[.accessDeny])</button></div></form>
                <p class="state">\(texts[.accessAnswer, request.redirectURI])</p>
                """, texts)
    }

    /// A page that only says something.
    static func notice(_ title: Phrase, _ text: Phrase, _ texts: PageTexts) -> String {
        PageStyle.common.page(title: texts[title], main: "<h1>\(texts[title])</h1><p>\(texts[text])</p>", texts)
    }
}
