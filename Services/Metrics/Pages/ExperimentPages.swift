import HTTPTypes
import Hummingbird
import Pages
import Programmes

/// Answers about experiments as pages, for those who want one.
enum ExperimentPages {
    /// Whether a caller wants a page, as browsers do, and not JSON.
    static func isWanted(_ request: Request) -> Bool {
        request.uri.queryParameters["format"] != "json" && MediaRange.prefersPage(request.headers[.accept])
    }

    /// The page of an experiment.
    ///
    /// - Parameter programme: the one that declares it, whose language is that of what its authors wrote, if it has
    ///   only one.
    static func response(
        _ report: ExperimentReport, of programme: ProgrammeDefinition, _ request: Request
    ) -> Response {
        let texts = texts(request)
        let language = programme.languages.count == 1 ? programme.languages.first?.rawValue : nil
        let page = ExperimentPage(report: report, words: ExperimentWords(texts), authorLanguage: language)
        return ExperimentStyle.style.response(page.html, texts)
    }

    /// The page of all experiments.
    static func response(_ entries: [ExperimentListPage.Entry], _ request: Request) -> Response {
        let texts = texts(request)
        let page = ExperimentListPage(entries: entries, words: ExperimentWords(texts))
        return ExperimentStyle.style.response(page.html, texts)
    }

    private static func texts(_ request: Request) -> PhraseBook<ExperimentPhrase> {
        PhraseBook(accepting: request.headers[.acceptLanguage])
    }
}
