import Foundation
import Testing

@Suite("Figures that are too few")
struct UndefinedTests {
    @Test(
        "What cannot be known is null, and the rest is there",
        arguments: [
            ("two_proportion", #"{"x1": 0, "n1": 0, "x2": 1, "n2": 2}"#, ["p1", "difference", "z", "newcombe_low"]),
            ("two_proportion", #"{"x1": 0, "n1": 5, "x2": 0, "n2": 2}"#, ["z", "p_two_sided"]),
            ("wilson_interval", #"{"x": 0, "n": 0}"#, ["proportion", "low", "high"]),
            ("fisher_exact", #"{"table": [[1, 0], [3, 4]]}"#, ["odds_ratio"]),
            ("welch_t", #"{"a": [], "b": [1, 2]}"#, ["mean_a", "difference", "t"]),
            ("welch_t", #"{"a": [1], "b": [1, 2]}"#, ["standard_error", "t", "df", "p_two_sided", "ci_low"]),
            ("welch_t", #"{"a": [0.1, 0.1, 0.1], "b": [0.3, 0.3]}"#, ["t", "df", "p_two_sided", "ci_low"]),
            ("mann_whitney", #"{"a": [], "b": [1]}"#, ["u_a", "p_two_sided", "probability_of_superiority"]),
            ("sample_size_proportions", #"{"p1": 0.4, "p2": 0.4}"#, ["n_group1", "n_group2_ceiling"]),
            ("sample_size_means_normal", #"{"difference": 0, "sd": 1}"#, ["n_per_arm", "n_per_arm_ceiling"]),
            ("power_proportions", #"{"p1": 0, "p2": 0, "n_per_arm": 9}"#, ["power"]),
            (
                "cuped", #"{"y_treatment": [1, 2], "x_treatment": [1, 2], "y_control": [3, 4], "x_control": [3, 4]}"#,
                ["t", "p_two_sided"]
            ),
            (
                "pre_post_difference",
                """
                {"pre_treatment": [0.1, 0.3], "post_treatment": [0.3, 0.5], "pre_control": [1], "post_control": [1]}
                """,
                ["t", "p_two_sided"]
            ),
            ("sample_ratio_mismatch", #"{"observed": [0, 0], "weights": [1, 1]}"#, ["chi_square", "p", "mismatch"]),
            ("kaplan_meier", #"{"durations": [1, 2, 3], "observed": [1, 0, 0]}"#, ["median"]),
            (
                "log_rank", #"{"durations_a": [1], "observed_a": [0], "durations_b": [1], "observed_b": [0]}"#,
                ["chi_square", "p"]
            ),
            ("item_analysis", #"{"responses": [[1], [0]]}"#, ["cronbach_alpha", "standard_error_of_measurement"]),
            ("point_biserial", #"{"binary": [1, 1], "score": [1, 2]}"#, ["r", "p_two_sided"]),
            ("point_biserial", #"{"binary": [1, 0], "score": [1, 2]}"#, ["p_two_sided"]),
            ("cohen_kappa", #"{"rater_a": [1, 1], "rater_b": [1, 1], "categories": [1, 2]}"#, ["kappa"]),
            ("fleiss_kappa", #"{"counts": [[2, 0], [2, 0]]}"#, ["kappa"]),
            ("quantiles", #"{"values": []}"#, ["median", "p95"]),
            ("coefficient_of_variation", #"{"values": [-1, 1]}"#, ["cv"]),
            ("adverse_impact", #"{"groups": {"x": {"selected": 0, "applicants": 0}}}"#, ["reference"]),
            ("angoff_cut_score", #"{"judge_by_item": [[0.5, 0.6]]}"#, ["standard_error"]),
        ] as [(String, String, [String])])
    func undefined(method: String, question: String, fields: [String]) throws {
        let answer = try JSONQuestion.answer(method, question)
        for field in fields { #expect(answer[field] is NSNull, "\(field)") }
    }

    @Test(
        "What outgrows the numbers that there are is null, never an infinity and never a plausible figure",
        arguments: [
            ("item_analysis", #"{"responses": [[1e308, 1e308], [-1e308, 1e308], [1e308, 0]]}"#, "cronbach_alpha"),
            ("item_analysis", #"{"responses": [[1e308, 1e308], [1.7e308, 1e308]]}"#, "standard_error_of_measurement"),
            ("angoff_cut_score", #"{"judge_by_item": [[1e308, 1e308], [1, 2]]}"#, "cut_score"),
            ("welch_t", #"{"a": [1.7e308, 1.6e308], "b": [-1.7e308, -1.6e308]}"#, "difference"),
        ])
    func overflow(method: String, question: String, field: String) throws {
        #expect(try JSONQuestion.answer(method, question)[field] is NSNull)
    }

    @Test("An item that does not vary has no correlations, and nobody left has no standard error")
    func nested() throws {
        let items = try JSONQuestion.answer("item_analysis", #"{"responses": [[1, 0], [1, 1], [1, 0]]}"#)
        #expect((items["point_biserial"] as? [Any])?.first is NSNull)
        let curve = try JSONQuestion.answer("kaplan_meier", #"{"durations": [1, 2], "observed": [1, 1]}"#)
        let last = (curve["points"] as? [[String: Any]])?.last
        #expect(last?["survival"] as? Double == 0)
        #expect(last?["standard_error"] is NSNull)
    }
}
