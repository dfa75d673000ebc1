import Contracts
import Pages

/// "My credentials": all that a worker holds, and what others may see of it (CRD-03, CRD-12, CRD-13).
struct WorkerHTML {
    /// Who issues.
    let issuer: Issuer
    /// Who reads.
    let worker: Worker
    /// What the worker holds.
    let credentials: [WorkerCredential]
    /// What others issued and a person recognised.
    let outside: [RecognisedCredential]
    /// Who may read them.
    let systems: [SystemLeave]
    /// The words of the page.
    let texts: PageTexts
    /// What there is to say about the last wish.
    var note: Phrase?

    /// The page.
    var html: String {
        let cards = credentials.map(card).joined()
        let export =
            """
            <p class="row"><a class="button" href="\(base)/me/export.json" download>\(texts[.exportAll])</a></p>
            <p>\(texts[.exportHint])</p>
            """
        let main = """
            <h1>\(texts[.myCredentials])</h1>
            \(note.map { "<p class=\"note\" role=\"status\">\(texts[$0])</p>" } ?? "")
            <p>\(texts[.myIntroduction])</p>
            \(cards.isEmpty ? "<p>\(texts[.noCredentials])</p>" : cards)
            \(outsideText)
            \(credentials.isEmpty && outside.isEmpty ? "" : export)
            \(systemsText)
            <footer><p><a href="\(base)/recognition">\(texts[.seeList])</a></p>
            \(form("/me/leave", [], texts[.leave], isQuiet: true))</footer>
            """
        return PageStyle.common.page(
            title: texts[.myCredentials], head: "<meta name=\"robots\" content=\"noindex\">", main: main, texts)
    }

    private var base: String { Markup.escaped(issuer.base) }

    private func form(
        _ path: String, _ fields: [(String, String)], _ label: String, inner: String = "", isQuiet: Bool = false,
        about: String? = nil
    ) -> String {
        let hidden = ([("form", worker.formToken)] + fields).map {
            "<input type=\"hidden\" name=\"\($0.0)\" value=\"\(Markup.escaped($0.1))\">"
        }
        let described = about.map { " aria-describedby=\"\($0)\"" } ?? ""
        return "<form method=\"post\" action=\"\(base)\(path)\">\(hidden.joined())\(inner)"
            + "<button\(isQuiet ? " class=\"quiet\"" : "")\(described)>\(label)</button></form>"
    }

    private func wish(
        _ credential: WorkerCredential, _ kind: CredentialRequest.Kind, _ label: Phrase, inner: String = "",
        isQuiet: Bool = false
    ) -> String {
        form(
            "/me/credentials/\(credential.id)", [("wish", kind.rawValue)], texts[label], inner: inner,
            isQuiet: isQuiet, about: "h-\(credential.id)")
    }

    private func card(_ credential: WorkerCredential) -> String {
        let id = credential.id.description
        let own = "\(base)/me/credentials/\(id)"
        let tongue = credential.language.map { " lang=\"\(Markup.escaped($0))\"" } ?? ""
        let mark = credential.standing.status == "valid" ? "" : " no"
        return """
            <section class="card" id="c-\(id)" aria-labelledby="h-\(id)">
            <header><img src="\(own)/badge.svg" alt=""><div><h2 id="h-\(id)"\(tongue)>\(Markup.escaped(credential.name))</h2>
            <p\(tongue)>\(Markup.escaped(credential.description))</p>
            <p class="state">\(texts[.awarded]): \(Markup.escaped(credential.awarded))</p></div></header>
            <p class="standing\(mark)">\(credential.standing.words(texts))</p>
            \(sharing(credential))
            \(listing(credential))
            <h3>\(texts[.downloads])</h3>
            <ul class="links"><li><a href="\(own)/credential.json" download>JSON</a></li>
            <li><a href="\(own)/credential.jwt" download>JWT</a></li><li><a href="\(own)/badge.png" download>PNG</a></li>
            <li><a href="\(own)/badge.svg" download>SVG</a></li></ul>
            </section>
            """
    }

    private func sharing(_ credential: WorkerCredential) -> String {
        guard credential.isShared else {
            return "<p class=\"state\">\(texts[.isPrivate])</p><div class=\"row\">\(wish(credential, .share, .share))"
                + "<a href=\"\(base)/credentials/\(credential.id)\">\(texts[.openPage])</a></div>"
        }
        var evidence = ""
        if credential.hasEvidence {
            evidence =
                credential.showsEvidence
                ? wish(credential, .withholdEvidence, .withholdEvidence, isQuiet: true)
                : wish(credential, .releaseEvidence, .releaseEvidence, isQuiet: true)
        }
        let url = issuer.url(of: credential.id)
        let profile = Markup.escaped(ProfileLink(document: credential.document, url: url).address)
        return """
            <p class="state">\(texts[.isShared])</p>
            <ul class="links"><li><a href="\(Markup.escaped(url))">\(texts[.openPage])</a></li>
            <li><a href="\(profile)" rel="noopener noreferrer">\(texts[.addToLinkedIn])</a></li></ul>
            <div class="row">\(wish(credential, .unshare, .unshare, isQuiet: true))\(evidence)</div>
            """
    }

    private func listing(_ credential: WorkerCredential) -> String {
        guard credential.isShared else { return "" }
        guard let name = credential.listedAs else {
            let field = "n-\(credential.id)"
            let inner =
                "<label for=\"\(field)\">\(texts[.listingName])</label>"
                + "<input type=\"text\" id=\"\(field)\" name=\"name\" required maxlength=\"\(ShareChange.nameLimit)\" "
                + "autocomplete=\"name\"> "
            return "<details><summary><strong>\(texts[.listing])</strong></summary><p>\(texts[.listingConsent])</p>"
                + "\(wish(credential, .list, .list, inner: inner))</details>"
        }
        return "<h3>\(texts[.listing])</h3><p>\(texts[.listedAs, name])</p>"
            + wish(credential, .unlist, .unlist, isQuiet: true)
    }

    private var systemsText: String {
        guard !systems.isEmpty else { return "" }
        let items = systems.map { system in
            let id = "s-\(system.family)"
            return "<li><div class=\"row\"><strong id=\"\(id)\">\(Markup.escaped(system.name))</strong>"
                + form("/me/systems/\(system.family)", [], texts[.accessEnd], isQuiet: true, about: id) + "</div></li>"
        }
        return "<h2 id=\"systems\">\(texts[.systems])</h2><p>\(texts[.systemsHint])</p><ul>\(items.joined())</ul>"
    }

    private var outsideText: String {
        guard !outside.isEmpty else { return "" }
        let items = outside.map { credential in
            "<li><strong>\(Markup.escaped(credential.name))</strong>, \(Markup.escaped(credential.issuer)). "
                + "\(texts[.recognisedFor, credential.competency, credential.day]).</li>"
        }
        return "<h2>\(texts[.outside])</h2><ul>\(items.joined())</ul>"
    }
}
