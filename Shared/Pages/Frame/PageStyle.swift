import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import ServiceRuntime

/// What the pages for people look like, and what a browser lets them do.
///
/// A page has no script, and loads nothing but its own style and pictures from its own origin.
public struct PageStyle: Sendable {
    /// The style of pages that need nothing of their own.
    public static let common = PageStyle()

    private static let sheet = """
        :root{color-scheme:light;--ink:#14262c;--soft:#4a5f66;--line:#d8d2c2;--good:#14603a;--bad:#9b1c1c;--paper:#fdfaf3}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.55 system-ui,sans-serif}
        .standing,dd{font-variant-numeric:tabular-nums}main{max-width:46rem;margin:0 auto;padding:1.25rem}header{display:flex;flex-wrap:wrap;gap:1.25rem;align-items:center}
        header>div{flex:1 1 16rem;min-width:0}header img{width:11rem;height:11rem}p{margin:.5rem 0}
        h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0;overflow-wrap:anywhere}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}
        h3{font-size:1rem;margin:1.1rem 0 .3rem}time{white-space:nowrap}
        .standing,.note{border-left:.4rem solid var(--good);padding:.5rem .9rem;background:#fff;margin:1rem 0}
        .standing.no{border-color:var(--bad)}.note{border-color:#c98a1b}
        dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.3rem 1rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
        @media(max-width:30rem){dl{display:block}dt{margin-top:.5rem}}
        ul{padding-left:1.2rem;margin:.3rem 0}li{overflow-wrap:anywhere}a{color:#0b5b73}
        button,.button{display:inline-block;font:inherit;padding:.6rem 1.1rem;border:0;border-radius:.4rem;background:#0b3d4a;color:#fff;min-height:2.75rem;text-decoration:none;cursor:pointer}
        button.quiet{background:#fff;color:#0b3d4a;border:1px solid #0b3d4a}:focus-visible{outline:3px solid #c98a1b;outline-offset:2px}
        input[type=text]{font:inherit;padding:.55rem .7rem;border:1px solid var(--soft);border-radius:.4rem;width:100%;max-width:22rem;min-height:2.75rem;background:#fff;color:inherit}
        label{display:block;font-weight:600;margin:.6rem 0 .2rem}form{margin:.6rem 0}
        .row{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.7rem 0}.row form{margin:0}
        .card{background:#fff;border:1px solid var(--line);border-radius:.7rem;padding:1rem;margin:1.2rem 0}
        .card header img{width:6.5rem;height:6.5rem}.card h2{margin:.1rem 0}.state{color:var(--soft)}
        .links{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem .9rem}.links a{display:inline-block;padding:.6rem 0}
        .passed{color:var(--good)}.failed,.unknown{color:var(--bad)}footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.8rem;color:var(--soft)}
        """

    private let style: String
    private let hash: String

    /// The common style with rules of a page's own.
    ///
    /// - Parameter rules: CSS that follows the common rules.
    public init(adding rules: String = "") {
        style = rules.isEmpty ? PageStyle.sheet : "\(PageStyle.sheet)\n\(rules)"
        hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
    }

    /// What a page may load, its own style and its own pictures, and where its forms may lead.
    private func policy(answerTo address: String?) -> String {
        // Browsers hold a form's redirect against the policy too.
        let parts = address.flatMap { URLComponents(string: $0) }
        let port = parts?.port.map { ":\($0)" } ?? ""
        let origin = parts.map { " \($0.scheme ?? "https")://\($0.host ?? "")\(port)" } ?? ""
        return "default-src 'none'; style-src 'sha256-\(hash)'; img-src 'self'; form-action 'self'\(origin); "
            + "base-uri 'none'; frame-ancestors 'none'"
    }

    /// A page.
    ///
    /// - Parameters:
    ///   - title: what its tab says; escaped already.
    ///   - head: further elements of its head.
    ///   - lead: what stands before its main part, such as a link that skips to it.
    ///   - main: what it says.
    ///   - texts: its words.
    public func page(
        title: String, head: String = "", lead: String = "", main: String, _ texts: PhraseBook<some PagePhrase>
    ) -> String {
        """
        <!doctype html>
        <html lang="\(texts.code)">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        \(head)
        <style>\(style)</style></head>
        <body>\(lead)<main>
        \(main)
        </main></body></html>

        """
    }

    /// An answer that is a page.
    ///
    /// - Parameters:
    ///   - html: the page.
    ///   - texts: its words.
    ///   - status: what became of the request.
    ///   - address: where what its forms lead to may lead on, if anywhere outside.
    public func response(
        _ html: String, _ texts: PhraseBook<some PagePhrase>, status: HTTPResponse.Status = .ok,
        answerTo address: String? = nil
    ) -> Response {
        var response = Response.html(html, status: status)
        response.headers[.contentSecurityPolicy] = policy(answerTo: address)
        response.headers[.contentLanguage] = texts.code
        response.headers[.vary] = "Accept, Accept-Language, Cookie"
        return response
    }
}
