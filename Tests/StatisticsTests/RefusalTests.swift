import Testing

@Suite("Input that makes no sense")
struct RefusalTests {
    @Test(
        "It is refused by the field that is wrong",
        arguments: [
            ("two_proportion", #"{"x1": 3, "n1": 2, "x2": 1, "n2": 2}"#, "x1"),
            ("two_proportion", #"{"x1": 1, "n1": 2, "x2": -1, "n2": 2}"#, "x2"),
            ("two_proportion", #"{"x1": 1.5, "n1": 2, "x2": 1, "n2": 2}"#, "x1"),
            ("two_proportion", #"{"x1": 1, "n1": 2, "x2": 1, "n2": 2, "confidence": 1}"#, "confidence"),
            ("wilson_interval", #"{"x": "1", "n": 2}"#, "x"),
            ("wilson_interval", #"{"x": 1, "n": NaN}"#, "n"),
            ("fisher_exact", #"{"table": [[1, 2], [3]]}"#, "table"),
            ("fisher_exact", #"{"table": [[1, 2], [3, -4]]}"#, "table[1][1]"),
            ("welch_t", #"{"a": [1, null], "b": [2]}"#, "a[1]"),
            ("welch_t", #"{"a": 1, "b": [2]}"#, "a"),
            ("mann_whitney", #"{"a": [1], "b": [2], "method": "guess"}"#, "method"),
            ("sample_size_proportions", #"{"p1": 1.2, "p2": 0.5}"#, "p1"),
            ("sample_size_proportions", #"{"p1": 0.2, "p2": 0.5, "sides": 3}"#, "sides"),
            ("sample_size_proportions", #"{"p1": 0.2, "p2": 0.5, "ratio_n2_over_n1": 0}"#, "ratio_n2_over_n1"),
            ("power_proportions", #"{"p1": 0.2, "p2": 0.5, "n_per_arm": -1}"#, "n_per_arm"),
            ("sample_size_means_normal", #"{"difference": 1, "sd": -1}"#, "sd"),
            (
                "cuped", #"{"y_treatment": [1, 2], "x_treatment": [1], "y_control": [1], "x_control": [1]}"#,
                "x_treatment"
            ),
            (
                "pre_post_difference",
                #"{"pre_treatment": [1], "post_treatment": [1], "pre_control": [1, 2], "post_control": [1]}"#,
                "post_control"
            ),
            ("sample_ratio_mismatch", #"{"observed": [1, 2], "weights": [1]}"#, "weights"),
            ("sample_ratio_mismatch", #"{"observed": [1, 2], "weights": [1, 0]}"#, "weights[1]"),
            ("multiple_testing", #"{"p_values": [0.1, 1.1]}"#, "p_values[1]"),
            ("kaplan_meier", #"{"durations": [1, -1], "observed": [1, 1]}"#, "durations[1]"),
            ("kaplan_meier", #"{"durations": [1], "observed": [2]}"#, "observed[0]"),
            (
                "log_rank",
                #"{"durations_a": [1], "observed_a": [1, 0], "durations_b": [1], "observed_b": [1]}"#, "observed_a"
            ),
            ("item_analysis", #"{"responses": [[1, 0], [1]]}"#, "responses[1]"),
            ("point_biserial", #"{"binary": [1, 3], "score": [1, 2]}"#, "binary[1]"),
            ("cohen_kappa", #"{"rater_a": ["x"], "rater_b": ["y"], "categories": ["x"]}"#, "rater_b[0]"),
            ("cohen_kappa", #"{"rater_a": [1], "rater_b": [1], "categories": [1, 1]}"#, "categories[1]"),
            ("fleiss_kappa", #"{"counts": [[1, 2], [3, 1]]}"#, "counts[1]"),
            ("msprt", #"{"looks": [], "tau_squared": 0}"#, "tau_squared"),
            ("msprt", #"{"looks": [{"n_a": 1}], "tau_squared": 1}"#, "looks[0].mean_a"),
            ("quantiles", #"{"values": [1, "2"]}"#, "values[1]"),
            ("adverse_impact", #"{"groups": {"x": {"selected": 2, "applicants": 1}}}"#, "groups.x.selected"),
            ("angoff_cut_score", #"{"judge_by_item": [[0.5, -0.1]]}"#, "judge_by_item[0][1]"),
        ])
    func refused(method: String, question: String, field: String) {
        #expect(JSONQuestion.refusal(method, question) == field)
    }

    @Test("What is no JSON object at all is refused too", arguments: ["", "{", "[]", "7", "null"])
    func notJSON(text: String) {
        #expect(JSONQuestion.refusal("welch_t", text) == "")
    }
}
