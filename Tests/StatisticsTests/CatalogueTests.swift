import Foundation
import Statistics
import Testing

@Suite("The catalogue of methods")
struct CatalogueTests {
    @Test("EXP-07: every method of the conventions is there under its name")
    func names() {
        let names: Set = [
            "two_proportion", "wilson_interval", "fisher_exact", "welch_t", "mann_whitney", "sample_size_proportions",
            "power_proportions", "sample_size_means_normal", "cuped", "sample_ratio_mismatch", "multiple_testing",
            "kaplan_meier", "log_rank", "item_analysis", "point_biserial", "cohen_kappa", "fleiss_kappa", "msprt",
            "quantiles", "coefficient_of_variation", "adverse_impact", "angoff_cut_score", "pre_post_difference",
        ]
        #expect(Set(MethodCatalogue.all.map(\.description.name)) == names)
        #expect(MethodCatalogue.all.count == names.count)
        #expect(MethodCatalogue.find("welch") == nil)
    }

    @Test("Every example is answered with exactly the outputs that are documented", arguments: MethodCatalogue.all)
    func examples(_ method: CataloguedMethod) throws {
        let description = method.description
        let answer = try JSONQuestion.answer(description.name, description.example)
        #expect(Set(answer.keys) == Set(description.outputs.map(\.name)))
        #expect(!answer.values.contains { $0 is NSNull })
    }

    @Test("Every field that has to be given is missed by its name", arguments: MethodCatalogue.all)
    func missing(_ method: CataloguedMethod) throws {
        let description = method.description
        let example = try JSONSerialization.jsonObject(with: Data(description.example.utf8)) as? [String: Any]
        for input in description.inputs {
            var question = try #require(example)
            question[input.name] = nil
            let text = String(decoding: try JSONSerialization.data(withJSONObject: question), as: UTF8.self)
            #expect(JSONQuestion.refusal(description.name, text) == (input.optional ? nil : input.name))
        }
    }

    @Test("A name that is not known is refused, so that a slip of the pen does not pass for the usual value")
    func unknown() {
        #expect(JSONQuestion.refusal("wilson_interval", #"{"x": 1, "n": 2, "confidance": 0.9}"#) == "confidance")
    }
}

extension CataloguedMethod: CustomTestStringConvertible {
    /// The name of the method.
    public var testDescription: String { description.name }
}
