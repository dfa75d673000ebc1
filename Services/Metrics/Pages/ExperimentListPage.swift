import Contracts
import Pages

/// The page that lists all experiments.
struct ExperimentListPage {
    /// An experiment, with what may be concluded from it where that is known.
    struct Entry {
        let summary: ExperimentSummary
        let verdict: ExperimentVerdict?
        /// The day on which that was noted.
        let notedOn: Day?
    }

    let entries: [Entry]
    let words: ExperimentWords

    var html: String {
        ExperimentStyle.style.page(
            title: words.texts[.experiments], head: "<meta name=\"robots\" content=\"noindex\">",
            lead: "<a class=\"skip\" href=\"#content\">\(words.texts[.skip])</a>",
            main: """
                <h1 id="content" tabindex="-1">\(words.texts[.experiments])</h1>
                \(PageParts.paragraph(words(.listIntroduction)))
                \(list)
                <p><a href="?format=json">\(words.texts[.sameAsJSON])</a></p>
                """, words.texts)
    }

    private var list: String {
        guard !entries.isEmpty else { return PageParts.paragraph(words(.listEmpty), kind: "note") }
        return entries.map(card).joined(separator: "\n")
    }

    private func card(_ entry: Entry) -> String {
        let summary = entry.summary
        let address =
            "experiments/\(ExperimentListPage.escaped(summary.programme))/"
            + ExperimentListPage.escaped(summary.experiment)
        let facts: [(name: String, text: PageText?)] = [
            (words(.programme), PageText(summary.programme)),
            (words(.dates), PageText(words(.dateRange, words.day(summary.from), words.day(summary.until)))),
            (words(.variants), PageText(summary.variants.joined(separator: ", "))),
            (words(.primary), PageText(words.figure(summary.primary))),
            (words(.verdict), verdict(entry).map { PageText($0) }),
            (words(.deviationCount), PageText(words.count(summary.deviations))),
        ]
        return """
            <section class="card"><h2><a href="\(Markup.escaped(address))">\(Markup.escaped(summary.experiment))</a></h2>
            \(PageParts.paragraph(summary.hypothesis))
            \(PageParts.facts(facts))</section>
            """
    }

    private func verdict(_ entry: Entry) -> String? {
        guard let verdict = entry.verdict else { return nil }
        guard let day = entry.notedOn else { return words.verdict(verdict) }
        return words(.verdictNoted, words.verdict(verdict), words.day(day))
    }

    /// A part of an address's path.
    static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { address, byte in
            let isPlain =
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            let digits = String(byte, radix: 16, uppercase: true)
            address += isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(digits)"
        }
    }
}
