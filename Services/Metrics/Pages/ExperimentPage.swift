import Contracts
import Pages

/// The page of an experiment: what was declared, what was seen and what may be concluded, in words first.
struct ExperimentPage {
    let report: ExperimentReport
    let words: ExperimentWords
    /// The language of what the programme's authors wrote; nil where it is not known.
    var authorLanguage: String?

    var html: String {
        let title = words(.experiment, report.experiment)
        return ExperimentStyle.style.page(
            title: Markup.escaped("\(title), \(report.programme)"), head: "<meta name=\"robots\" content=\"noindex\">",
            lead: "<a class=\"skip\" href=\"#content\">\(words.texts[.skip])</a>",
            main: """
                <p><a href="../../experiments">\(words.texts[.allExperiments])</a></p>
                <h1 id="content" tabindex="-1">\(Markup.escaped(title))</h1>
                <p class="state">\(words.texts[.programme]): \(Markup.escaped(report.programme)).
                \(Markup.escaped(words(.asOfDay, words.day(report.asOf))))</p>
                \(sections.map(\.html).joined(separator: "\n"))
                <footer>\(query)
                <p><a href="?\(Markup.escaped(jsonQuery))">\(words.texts[.sameAsJSON])</a></p>
                \(PageParts.paragraph(words(.methodHint)))</footer>
                """, words.texts)
    }

    /// The sections that have something to say, in the order of the page.
    private var sections: [PageSection] {
        [
            conclusion, registered, seen, comparison, looks, before, guardrails, limits, decision, leading,
            otherFigures, once, survival, notes,
        ].compactMap(\.self)
    }

    /// A text that the programme's authors wrote.
    func written(_ text: String) -> PageText { PageText(text, language: authorLanguage) }

    /// What the primary figure is measured in.
    var scale: ExperimentWords.Scale { report.comparisons.first?.scale ?? .share }

    /// The variant that the others are compared with.
    var control: String { report.variants.first?.id ?? "" }

    private var jsonQuery: String { "as-of=\(report.asOf)&by=\(report.analysis.rawValue)&format=json" }

    private var query: String {
        let choices: [(VariantMap.Analysis, ExperimentPhrase)] = [
            (.exposure, .byExposure), (.assignment, .byAssignment),
        ]
        let options = choices.map { analysis, phrase in
            "<option value=\"\(analysis.rawValue)\"\(analysis == report.analysis ? " selected" : "")>"
                + "\(words.texts[phrase])</option>"
        }
        return """
            <form method="get" class="query"><div><label for="as-of">\(words.texts[.asOf])</label>
            <input type="date" id="as-of" name="as-of" value="\(Markup.escaped(report.asOf))" required></div>
            <div><label for="by">\(words.texts[.toldBy])</label><select id="by" name="by">\(options.joined())</select></div>
            <button>\(words.texts[.show])</button></form>
            """
    }
}
