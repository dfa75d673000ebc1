import LinkedData
import OpenBadges
import Pages

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
    /// The words of the page; what the credential itself says stays in its own language.
    var texts = PageTexts.english
    /// Whether everybody may read it; if not, nothing is told to those who make previews.
    var isShared = true
    /// Whether the holder shows the evidence.
    var showsEvidence = false

    /// The language of its words, as a BCP 47 tag.
    var language: String? { achievement?["inLanguage"]?.text }
    private var subject: JSON? { document["credentialSubject"] }
    private var achievement: JSON? { subject?["achievement"] }
    private var name: String { document["name"]?.text ?? "" }
    private var description: String { document["description"]?.text ?? "" }
    private var issuer: String { document["issuer"]?["name"]?.text ?? document["issuer"]?["id"]?.text ?? "" }
    /// Says in which language the credential's own words are.
    private var tongue: String {
        language.map { " lang=\"\(Markup.escaped($0))\"" } ?? ""
    }

    /// The page.
    var html: String {
        let url = Markup.escaped(url)
        let note = isShared ? "" : "<p class=\"note\">\(texts[.onlyYou])</p>"
        return PageStyle.common.page(
            title: "\(Markup.escaped(name)), \(Markup.escaped(issuer))", head: head,
            main: """
                \(note)<header><img src="\(url)/badge.svg" alt="\(texts[.badgeAlt, name, issuer])"><div><p>\(texts[.certifies, issuer])</p>
                <h1\(tongue)>\(Markup.escaped(name))</h1><p\(tongue)>\(Markup.escaped(description))</p></div></header>
                \(standingText)
                \(facts)
                \(coIssuers)
                \(criteria)
                \(results)
                \(evidence)
                \(alignments)
                \(verification)
                <footer><p>\(texts[.holderHashed])</p>
                <p>\(texts[.badgeDownload]): <a href="\(url)/badge.svg" download>SVG</a>
                <a href="\(url)/badge.png" download>PNG</a></p></footer>
                """, texts)
    }

    /// What previews are made of; nothing, as long as the credential is not shared.
    private var head: String {
        guard isShared else { return "<meta name=\"robots\" content=\"noindex\">" }
        let url = Markup.escaped(url)
        return """
            <meta name="description" content="\(Markup.escaped(description.isEmpty ? name : description))">
            <meta property="og:type" content="article">
            <meta property="og:title" content="\(Markup.escaped(name))">
            <meta property="og:description" content="\(Markup.escaped(description))">
            <meta property="og:site_name" content="\(Markup.escaped(issuer))">
            <meta property="og:url" content="\(url)">
            <meta property="og:image" content="\(url)/badge.png">
            <meta property="og:image:type" content="image/png">
            <meta property="og:image:width" content="\(BadgePicture.side)">
            <meta property="og:image:height" content="\(BadgePicture.side)">
            <meta property="og:image:alt" content="\(texts[.badgeAlt, name, issuer])">
            <link rel="canonical" href="\(url)">
            <link rel="alternate" type="application/vc" href="\(url)">
            """
    }

    private var standingText: String {
        let mark = standing.status == "valid" ? "" : " no"
        return "<p class=\"standing\(mark)\" role=\"status\"><strong>\(standing.words(texts))</strong> "
            + "\(texts[.checkedAt, UTCText.readable(standing.checkedAt)])</p>"
    }

    private var facts: String {
        let rows: [(Phrase, String?)] = [
            (.issuer, issuer), (.client, achievement?["creator"]?["name"]?.text),
            (.issuerID, document["issuer"]?["id"]?.text),
            (.awarded, document["awardedDate"]?.text.map(UTCText.readable)),
            (.validFrom, document["validFrom"]?.text.map(UTCText.readable)),
            (.validUntil, document["validUntil"]?.text.map(UTCText.readable)), (.courseHours, hours),
            (.field, achievement?["fieldOfStudy"]?.text), (.code, achievement?["humanCode"]?.text),
            (.version, achievement?["version"]?.text), (.credentialID, document["id"]?.text),
        ]
        let items = rows.compactMap { label, value in
            value.map { "<dt>\(texts[label])</dt><dd>\(Markup.escaped($0))</dd>" }
        }
        return "<h2>\(texts[.about])</h2><dl>\(items.joined())</dl>"
    }

    /// The hours of the course behind it (CRD-14).
    private var hours: String? {
        (subject?["creditsEarned"] ?? achievement?["creditsAvailable"]).map {
            String(decoding: $0.canonical, as: UTF8.self)
        }
    }

    /// Who stands beside the issuer, by what they signed (CRD-27); whether it is genuine is told by verifying.
    private var coIssuers: String {
        let items = (report?.endorsements ?? Endorsement.read(from: document)).map { endorsement in
            let comment = endorsement.comment.map { "<br>\(Markup.escaped($0))" } ?? ""
            let check = endorsement.check.map {
                "<br><span class=\"\($0.outcome.rawValue)\">\(told($0))</span>"
            }
            let name = Markup.escaped(endorsement.name ?? endorsement.issuer ?? "?")
            return "<li>\(name) <span class=\"state\">\(Markup.escaped(endorsement.issuer ?? ""))</span>"
                + "\(comment)\(check ?? "")</li>"
        }
        return items.isEmpty ? "" : "<h2>\(texts[.coIssuers])</h2><ul>\(items.joined())</ul>"
    }

    private var criteria: String {
        let narrative = achievement?["criteria"]?["narrative"]?.text ?? ""
        return "<h2>\(texts[.criteria])</h2><p\(tongue)>\(Markup.escaped(narrative))</p>"
    }

    private var results: String {
        let descriptions = achievement?["resultDescription"]?.elements ?? []
        let items = (subject?["result"]?.elements ?? []).compactMap { result -> String? in
            guard let description = descriptions.first(where: { $0["id"] == result["resultDescription"] }) else {
                return nil
            }
            let level = (description["rubricCriterionLevel"]?.elements ?? [])
                .first { $0["id"] == result["achievedLevel"] }?["name"]?.text
            let value = Markup.escaped([result["value"]?.text, level].compactMap { $0 }.joined(separator: ", "))
            let needed = description["requiredValue"]?.text.map { " \(texts[.atLeast, $0])" } ?? ""
            let label = Markup.escaped(description["name"]?.text ?? "")
            return "<dt\(tongue)>\(label)</dt><dd>\(value)\(needed)</dd>"
        }
        return items.isEmpty ? "" : "<h2>\(texts[.results])</h2><dl>\(items.joined())</dl>"
    }

    private var evidence: String {
        guard showsEvidence else { return "" }
        let items = (document["evidence"]?.elements ?? []).map { evidence in
            let words = [evidence["name"]?.text, evidence["description"]?.text].compactMap { $0 }.joined(
                separator: ": ")
            // By its id whoever may ask the assessor finds the outcome (ASM-20).
            let id = evidence["id"]?.text.map { "<br><span class=\"state\">\(Markup.escaped($0))</span>" } ?? ""
            return "<li><span\(tongue)>\(Markup.escaped(words))</span>\(id)</li>"
        }
        return items.isEmpty ? "" : "<h2>\(texts[.evidence])</h2><ul>\(items.joined())</ul>"
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
        return items.isEmpty ? "" : "<h2>\(texts[.alignments])</h2><ul>\(items.joined())</ul>"
    }

    /// The verdict in words; a suspension is told by us and by no list, since Open Badges has room for one status.
    private func verdict(_ report: VerificationReport) -> String {
        switch report.verdict {
        case .valid: standing.status == "suspended" ? texts[.verdictSuspended] : texts[.verdictValid]
        case .invalid: texts[.verdictInvalid]
        case .unknown: texts[.verdictUnknown]
        }
    }

    /// A check in the reader's words; what the verifier found is said in English.
    private func told(_ check: VerificationCheck) -> String {
        let name: Phrase =
            switch check.name {
            case .form: .checkForm
            case .context: .checkContext
            case .structure: .checkStructure
            case .key: .checkKey
            case .signature: .checkSignature
            case .dates: .checkDates
            case .status: .checkStatus
            }
        let outcome: Phrase =
            switch check.outcome {
            case .passed: .passed
            case .failed: .failed
            case .unknown: .unknown
            }
        return
            "<strong>\(texts[name]): \(texts[outcome]).</strong> <span lang=\"en\">\(Markup.escaped(check.detail))</span>"
    }

    private var verification: String {
        guard let report else {
            return "<h2 id=\"verification\">\(texts[.verification])</h2><form method=\"get\" action=\"#verification\">"
                + "<input type=\"hidden\" name=\"verify\" value=\"yes\"><button>\(texts[.verifyNow])</button></form>"
        }
        let items = report.checks.map { "<li class=\"\($0.outcome.rawValue)\">\(told($0))</li>" }
        return "<h2 id=\"verification\">\(texts[.verification]): \(verdict(report))</h2><ul>\(items.joined())</ul>"
    }
}
