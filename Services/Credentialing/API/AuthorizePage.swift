/// The page on which a worker lets a system read their credentials, or does not.
struct AuthorizePage: Sendable {
    let request: AuthorizeRequest
    /// Ties the form to the worker and to what it says.
    let seal: String

    /// The page; it works without JavaScript.
    var html: String {
        let name = Markup.escaped(request.client.name)
        let items = request.scopes.map { "<li>\(Markup.escaped($0.meaning))</li>" }.joined(separator: "\n")
        let fields = [
            ("client_id", request.client.id), ("redirect_uri", request.redirectURI), ("response_type", "code"),
            ("scope", AccessScope.text(request.scopes)), ("code_challenge", request.challenge),
            ("code_challenge_method", "S256"), ("state", request.state ?? ""), ("seal", seal),
        ].map { "<input type=\"hidden\" name=\"\($0)\" value=\"\(Markup.escaped($1))\">" }.joined(separator: "\n")
        return AuthorizePage.page(
            "May \(name) see your credentials?",
            """
            <p><strong>\(name)</strong> asks you for leave to:</p>
            <ul>
            \(items)
            </ul>
            <p>Nobody else gets anything by this. The leave ends after 90 days without use, or when \(name) or you end \
            it. Saying no changes nothing for you here.</p>
            <form method="post" action="authorize">
            \(fields)
            <p><button type="submit" name="decision" value="allow">Yes, let \(name) do this</button>
            <button type="submit" name="decision" value="deny">No</button></p>
            </form>
            <p>The answer goes to <code>\(Markup.escaped(request.redirectURI))</code>.</p>
            """)
    }

    /// A page that only says something.
    static func notice(_ title: String, _ text: String) -> String {
        page(Markup.escaped(title), "<p>\(Markup.escaped(text))</p>")
    }

    private static func page(_ title: String, _ body: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>\(style)</style></head>
        <body><main>
        <h1>\(title)</h1>
        \(body)
        </main></body>
        </html>

        """
    }

    /// The rules of the page's looks, which the policy allows by their hash.
    static let style = """
        :root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}\
        main{max-width:36rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}\
        button{font:inherit;min-height:2.75rem;padding:.5rem 1rem;margin:.25rem .5rem .25rem 0}
        """
}
