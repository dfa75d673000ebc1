import Crypto
import Foundation
import LinkedData
import OpenBadges

/// The page on which a stranger reads a credential: what it says, who says it, whether it stands.
struct CredentialPage {
    /// The signed document.
    let document: JSON
    /// Whether it stands.
    let standing: CredentialStanding
    /// The credential's address.
    let url: String
    /// What verifying it came to, when the reader asked for that.
    var report: VerificationReport?

    private var subject: JSON? { document["credentialSubject"] }
    private var achievement: JSON? { subject?["achievement"] }
    private var name: String { document["name"]?.text ?? "" }
    private var issuer: String { document["issuer"]?["name"]?.text ?? document["issuer"]?["id"]?.text ?? "" }

    /// The page's style, which its security policy names by its hash.
    private static let style = """
        :root{color-scheme:light;--ink:#14262c;--soft:#4a5f66;--line:#d8d2c2;--good:#14603a;--bad:#9b1c1c;--paper:#fdfaf3}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.05rem/1.55 system-ui,sans-serif}
        main{max-width:46rem;margin:0 auto;padding:1.25rem}header{display:flex;flex-wrap:wrap;gap:1.25rem;align-items:center}
        header img{width:11rem;height:11rem}h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}
        .standing{border-left:.4rem solid var(--good);padding:.5rem .9rem;background:#fff;margin:1rem 0}.standing.no{border-color:var(--bad)}
        dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.3rem 1rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
        @media(max-width:30rem){dl{display:block}dt{margin-top:.5rem}}
        ul{padding-left:1.2rem;margin:.3rem 0}li{overflow-wrap:anywhere}a{color:#0b5b73}button{font:inherit;padding:.6rem 1.1rem;border:0;border-radius:.4rem;background:#0b3d4a;color:#fff;min-height:2.75rem}
        .passed{color:var(--good)}.failed,.unknown{color:var(--bad)}footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.8rem;color:var(--soft)}
        """

    /// What the page may load: its own style and its own pictures.
    static let policy: String = {
        let hash = Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(hash)'; img-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'"
    }()

    /// The page.
    var html: String {
        """
        <!doctype html>
        <html lang="\(Markup.escaped(achievement?["inLanguage"]?.text ?? "en"))">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Markup.escaped(name)), by \(Markup.escaped(issuer))</title>
        <meta name="description" content="\(Markup.escaped(document["description"]?.text ?? name))">
        <meta property="og:type" content="article">
        <meta property="og:title" content="\(Markup.escaped(name))">
        <meta property="og:description" content="\(Markup.escaped(document["description"]?.text ?? ""))">
        <meta property="og:site_name" content="\(Markup.escaped(issuer))">
        <meta property="og:url" content="\(Markup.escaped(url))">
        <meta property="og:image" content="\(Markup.escaped(url))/badge.svg">
        <link rel="alternate" type="application/vc" href="\(Markup.escaped(url))">
        <style>\(CredentialPage.style)</style></head>
        <body><main>
        <header><img src="\(Markup.escaped(url))/badge.svg" alt=""><div><p>\(Markup.escaped(issuer)) certifies</p>
        <h1>\(Markup.escaped(name))</h1><p>\(Markup.escaped(document["description"]?.text ?? ""))</p></div></header>
        \(standingText)
        \(facts)
        \(criteria)
        \(results)
        \(evidence)
        \(alignments)
        \(verification)
        <footer><p>The holder is named only by a salted hash; whoever was given the name can check it.</p>
        <p><a href="\(Markup.escaped(url))/badge.svg" download>Badge with the credential in it</a></p></footer>
        </main></body></html>

        """
    }

    private var standingText: String {
        let reason = standing.reason.map { " \(Markup.escaped($0))" } ?? ""
        let since = UTCText.seconds(standing.since)
        let words =
            switch standing.status {
            case "valid": "Valid since \(since)."
            case "lapsed": "Lapsed on \(since): its term is over."
            case "suspended":
                "Suspended since \(since), until \(standing.suspendedUntil.map(UTCText.seconds) ?? "").\(reason)"
            default: "Revoked on \(since).\(reason)"
            }
        let mark = standing.status == "valid" ? "" : " no"
        return
            "<p class=\"standing\(mark)\" role=\"status\"><strong>\(words)</strong> Checked at \(UTCText.seconds(standing.checkedAt)).</p>"
    }

    private var facts: String {
        let rows: [(String, String?)] = [
            ("Issuer", issuer), ("Issuer's id", document["issuer"]?["id"]?.text),
            ("Awarded", document["awardedDate"]?.text), ("Valid from", document["validFrom"]?.text),
            ("Valid until", document["validUntil"]?.text), ("Field", achievement?["fieldOfStudy"]?.text),
            ("Code", achievement?["humanCode"]?.text), ("Version of the definition", achievement?["version"]?.text),
            ("Credential's id", document["id"]?.text),
        ]
        let items = rows.compactMap { label, value in
            value.map { "<dt>\(label)</dt><dd>\(Markup.escaped($0))</dd>" }
        }
        return "<h2>About</h2><dl>\(items.joined())</dl>"
    }

    private var criteria: String {
        let narrative = achievement?["criteria"]?["narrative"]?.text ?? ""
        return "<h2>What had to be done</h2><p>\(Markup.escaped(narrative))</p>"
    }

    private var results: String {
        let descriptions = achievement?["resultDescription"]?.elements ?? []
        let items = (subject?["result"]?.elements ?? []).compactMap { result -> String? in
            guard let description = descriptions.first(where: { $0["id"] == result["resultDescription"] }) else {
                return nil
            }
            let level = (description["rubricCriterionLevel"]?.elements ?? [])
                .first { $0["id"] == result["achievedLevel"] }?["name"]?.text
            let value = [result["value"]?.text, level].compactMap { $0 }.joined(separator: ", ")
            let needed = description["requiredValue"]?.text.map { " (at least \($0))" } ?? ""
            let label = Markup.escaped(description["name"]?.text ?? "")
            return "<dt>\(label)</dt><dd>\(Markup.escaped(value + needed))</dd>"
        }
        return items.isEmpty ? "" : "<h2>Results</h2><dl>\(items.joined())</dl>"
    }

    private var evidence: String {
        let items = (document["evidence"]?.elements ?? []).map { evidence in
            let words = [evidence["name"]?.text, evidence["description"]?.text].compactMap { $0 }.joined(
                separator: ": ")
            return "<li>\(Markup.escaped(words))</li>"
        }
        return items.isEmpty ? "" : "<h2>Evidence</h2><ul>\(items.joined())</ul>"
    }

    private var alignments: String {
        let items = (achievement?["alignment"]?.elements ?? []).map { alignment in
            let words = [
                alignment["targetName"]?.text, alignment["targetFramework"]?.text, alignment["targetCode"]?.text,
            ]
            .compactMap { $0 }.joined(separator: ", ")
            let address = Markup.escaped(alignment["targetUrl"]?.text ?? "")
            return "<li><a href=\"\(address)\" rel=\"noopener nofollow\">\(Markup.escaped(words))</a></li>"
        }
        return items.isEmpty ? "" : "<h2>Corresponds to</h2><ul>\(items.joined())</ul>"
    }

    /// The verdict in words; a suspension is told by us and by no list, since Open Badges has room for one status.
    private func verdict(_ report: VerificationReport) -> String {
        standing.status == "suspended" && report.verdict == .valid
            ? "genuine and not revoked, but suspended" : report.verdict.rawValue
    }

    private var verification: String {
        guard let report else {
            return "<h2 id=\"verification\">Verification</h2><form method=\"get\" action=\"#verification\">"
                + "<input type=\"hidden\" name=\"verify\" value=\"yes\"><button>Verify now</button></form>"
        }
        let items = report.checks.map {
            "<li class=\"\($0.outcome.rawValue)\"><strong>\($0.name.rawValue): \($0.outcome.rawValue).</strong> "
                + "\(Markup.escaped($0.detail))</li>"
        }
        return "<h2 id=\"verification\">Verification: \(verdict(report))</h2><ul>\(items.joined())</ul>"
    }
}
