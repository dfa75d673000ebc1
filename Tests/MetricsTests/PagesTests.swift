import Foundation
import Pages
import Programmes
import Testing

@testable import MetricsService

@Suite("The page of an experiment")
struct PagesTests {
    private static func html(_ state: PagesWorld.State, _ language: PageLanguage) throws -> String {
        ExperimentPage(
            report: try PagesWorld.report(state), words: ExperimentWords(PhraseBook(language)), authorLanguage: "en"
        ).html
    }

    private static let everything = PagesWorld.State.allCases.flatMap { state in
        PageLanguage.allCases.map { (state, $0) }
    }

    @Test("GOV-20: every language has every phrase with the same places, and none that is empty")
    func phrases() {
        for language in PageLanguage.allCases {
            for phrase in ExperimentPhrase.allCases {
                #expect(ExperimentPhrase.words[language]?[phrase]?.isEmpty == false, "\(language) lacks \(phrase)")
                #expect(
                    PhraseBook<ExperimentPhrase>.places(of: phrase, in: language)
                        == PhraseBook<ExperimentPhrase>.places(of: phrase, in: .english), "\(language) \(phrase)")
            }
        }
    }

    @Test(
        "every state is a well-formed page in every language, without a place that is not filled", arguments: everything
    )
    func wellFormed(_ state: PagesWorld.State, _ language: PageLanguage) throws {
        let html = try Self.html(state, language)
        try PagesTests.write(html, "\(state)-\(language.rawValue)")
        let page = PagesMarkup(html)
        #expect(page.faults.isEmpty)
        #expect(page.text.firstMatch(of: /\{[0-9]\}/) == nil)
        for slip in ["nil", "NaN", "Optional(", "inf"] {
            #expect(
                page.text.firstMatch(
                    of: try Regex("(^|[^a-zA-Z])\(NSRegularExpression.escapedPattern(for: slip))([^a-zA-Z]|$)")) == nil)
        }
        #expect(page.elements.first { $0.name == "html" }?.attributes["lang"] == language.rawValue)
        #expect(!html.contains("<script") && !html.contains("style=\"") && !html.contains("src=\"http"))
    }

    @Test("what is drawn is told in words and followed by its numbers", arguments: everything)
    func charts(_ state: PagesWorld.State, _ language: PageLanguage) throws {
        let page = PagesMarkup(try Self.html(state, language))
        let names = page.elements.map(\.name)
        for (index, element) in page.elements.enumerated() where element.name == "svg" {
            #expect(element.attributes["role"] == "img")
            #expect(Array(names[(index + 1)...(index + 2)]) == ["title", "desc"])
            let rest = names[index...].filter { ["figure", "table", "section", "h2", "h3"].contains($0) }
            #expect(rest.drop { $0 == "figure" }.first == "table", "a chart without its numbers")
        }
        let ids = page.values("id")
        #expect(Set(ids).count == ids.count, "an id that occurs twice")
        for label in page.values("aria-labelledby").flatMap({ $0.split(separator: " ") }) {
            #expect(ids.contains(String(label)))
        }
        #expect(state == .notStarted || names.contains("svg"))
    }

    @Test(
        "headings are in order, tables have captions and scopes, and wide ones scroll by themselves",
        arguments: everything)
    func structure(_ state: PagesWorld.State, _ language: PageLanguage) throws {
        let page = PagesMarkup(try Self.html(state, language))
        var level = 0
        for element in page.elements {
            guard element.name.count == 2, element.name.hasPrefix("h"), let next = Int(element.name.dropFirst()) else {
                continue
            }
            #expect(next <= level + 1)
            level = next
        }
        #expect(page.elements.count { $0.name == "h1" } == 1)
        #expect(page.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
        let tables = page.elements.count { $0.name == "table" }
        #expect(page.elements.count { $0.name == "caption" } == tables)
        let regions = page.elements.filter { $0.attributes["role"] == "region" }
        #expect(regions.count == tables)
        #expect(regions.allSatisfy { $0.attributes["tabindex"] == "0" && $0.attributes["aria-label"] != nil })
        #expect(page.elements.contains { $0.attributes["class"] == "skip" && $0.attributes["href"] == "#content" })
    }

    /// Writes a page for eyes, where somebody asks for it.
    private static func write(_ html: String, _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["GUILDHALL_WRITE_PAGES"] else { return }
        try Data(html.utf8).write(to: URL(filePath: folder).appending(path: "\(name).html"))
    }
}
