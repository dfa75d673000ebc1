import Contracts
import Foundation
import Pages
import Programmes
import Testing

@testable import MetricsService

@Suite("What the page of an experiment says")
struct PagesWordsTests {
    private static func text(_ state: PagesWorld.State, _ language: PageLanguage = .english) throws -> String {
        let page = ExperimentPage(
            report: try PagesWorld.report(state), words: ExperimentWords(PhraseBook(language)), authorLanguage: "en")
        return page.html.replacing("\u{a0}", with: " ")
    }

    @Test(
        "EXP-10: the verdict comes first, in one sentence",
        arguments: [
            (.notStarted, "Nothing yet: nobody has met a variant."),
            (.collecting, "Nothing yet: data are still being collected."),
            (.blocked, "Nothing: the variants filled otherwise than meant."),
            (.difference, "‘clear’ does better than the control ‘plain’: completion."),
            (.noDifference, "No difference was shown. That is no proof that there is none."),
            (.withheld, "Nothing: it is over, and it cannot carry a verdict."),
        ] as [(PagesWorld.State, String)])
    func verdict(_ state: PagesWorld.State, _ sentence: String) throws {
        let html = try Self.text(state)
        let verdict = try #require(html.range(of: "<strong>\(sentence)</strong>"))
        let registered = try #require(html.range(of: "id=\"registered\""))
        #expect(verdict.lowerBound < registered.lowerBound)
    }

    @Test("EXP-07: a comparison is said as somebody would say it, with numbers of the language")
    func comparison() throws {
        let english = try Self.text(.difference)
        #expect(
            english.contains(
                "With ‘clear’, 62.0% earned the credential; with ‘plain’, 41.5%: 20.5 points more (from +9.1 to +31.9). "
                    + "Looking every day raises no false alarm by this method; p = 0.0004."))
        #expect(
            try Self.text(.difference, .german).contains(
                "Mit „clear“ erwarben 62,0 % den Nachweis, mit „plain“ 41,5 %: 20,5 Prozentpunkte mehr "
                    + "(von +9,1 bis +31,9)."))
    }

    @Test("EXP-10: what was shown on an earlier day stays shown, and the page says why the interval disagrees")
    func shownEarlier() throws {
        let comparison = try #require(try PagesWorld.report(.difference).comparisons.first)
        let words = ExperimentWords(.english)
        #expect(!ComparisonSentence(comparison: comparison, words: words).said.contains("on an earlier day"))
        let faded = PagesWorld.comparison("completion", "clear", 0.11, isFull: true, isPrimary: true)
        try #require((faded.low ?? 1) < 0 && (faded.p ?? 1) < 0.05)
        #expect(ComparisonSentence(comparison: faded, words: words).said.contains("It was shown on an earlier day"))
    }

    @Test("EXP-11: raw and adjusted p-values stand beside each other")
    func adjusted() throws {
        let html = try Self.text(.difference)
        for column in ["p, raw", "p, adjusted (Holm)", "p, adjusted (Benjamini–Hochberg)"] {
            #expect(html.contains("<th scope=\"col\">\(column)</th>"))
        }
        #expect(html.contains("<td>0.0004</td><td>0.0008</td>"))
    }

    @Test("EXP-02, EXP-08: the floor and what could have been found stand beside every comparison")
    func power() throws {
        let html = try Self.text(.collecting)
        #expect(html.contains("The smaller group has 30 of the 50 that a look needs"))
        #expect(html.contains("<td>50: not reached</td>"))
        #expect(html.contains("a difference of 15.0 points would be found with a chance of 18.0%."))
        #expect(try Self.text(.difference).contains("<td>50: reached</td>"))
    }

    @Test("EXP-02: a floor that was lowered is said with its written reason, in the author's language")
    func override() throws {
        #expect(
            try Self.text(.withheld, .german).contains(
                "also mit Vorsicht lesen: <span lang=\"en\">Only 40 cashiers are employed.</span>"))
    }

    @Test("EXP-01: later changes of the plan are shown with what was before, in the language that they were written in")
    func deviations() throws {
        let html = try Self.text(.withheld)
        #expect(html.contains("<span lang=\"en\">120</span></td><td><span lang=\"en\">100</span>"))
        #expect(!html.contains("None: the plan is the one that was registered."))
        #expect(try Self.text(.difference).contains("None: the plan is the one that was registered."))
        #expect(html.contains("&amp; how long it takes &lt;5 minutes"))
    }

    @Test("EXP-12: a stopped variant is named with the limit that it broke and the day")
    func stopped() throws {
        let html = try Self.text(.stopped)
        #expect(
            html.contains(
                "‘premium-eight’ was stopped on 17 November 2024, for this limit was broken: opting out again."))
        #expect(html.contains("<td>stopped on 17 November 2024</td>"))
    }

    @Test("EXP-15: a decision says whether it followed what the method allowed")
    func decision() throws {
        let html = try Self.text(.decided)
        #expect(html.contains("The decision followed what the method allowed: ‘clear’ had been shown to be better."))
        #expect(try Self.text(.difference).contains("No decision is on record."))
    }

    @Test("EXP-16: the leading indicator is met, or there is not enough data, with why")
    func leading() throws {
        #expect(
            try Self.text(.difference).contains(
                "<strong>Met: time to fill.</strong> The value 9.4 reaches the goal 10.0"))
        #expect(
            try Self.text(.blocked).contains("<strong>Not enough data: time to fill.</strong> The interval from 10.9"))
    }

    @Test("what may not be concluded depends on the verdict")
    func limits() throws {
        #expect(try Self.text(.blocked).contains("That one variant is better than another."))
        #expect(try Self.text(.noDifference).contains("That the variants are equal"))
        #expect(!(try Self.text(.difference).contains("That one variant is better than another.")))
    }

    @Test("EXP-05: the form asks for another day, or for assignment instead of exposure")
    func form() throws {
        let report = try PagesWorld.report(.difference, by: .assignment)
        let html = ExperimentPage(report: report, words: ExperimentWords(.english)).html
        #expect(html.contains("<option value=\"assignment\" selected>"))
        #expect(html.contains("name=\"as-of\" value=\"2025-01-22\""))
    }

    @Test("the list links to every experiment, by an address that any id fits into")
    func list() throws {
        let register = try #require(
            ExperimentRegister("subject", [Fixtures.programme("p", 1, experiments: [Fixtures.plan()])]))
        let entry = ExperimentListPage.Entry(
            summary: ExperimentSummary(programme: "p/ü", register), verdict: .noDifferenceShown,
            notedOn: Day(number: 20_110))
        let html = ExperimentListPage(entries: [entry], words: ExperimentWords(.english)).html
        #expect(html.contains("<a href=\"experiments/p%2F%C3%BC/subject\">subject</a>"))
        #expect(html.contains("no difference shown (noted on 22\u{a0}January 2025)"))
        #expect(PagesMarkup(html).faults.isEmpty)
        #expect(
            ExperimentListPage(entries: [], words: ExperimentWords(.english)).html.contains("No programme has declared")
        )
    }
}
