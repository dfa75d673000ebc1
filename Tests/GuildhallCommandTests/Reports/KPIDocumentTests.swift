import Foundation
import Testing

@testable import GuildhallCommand

@Suite("Figures in words")
struct KPIDocumentTests {
    @Test("MET-18: a figure is read with what is not defined, and told with its definition's version")
    func reading() throws {
        let text = """
            {"kpi": "time-to-fill", "version": 3, "title": "Time to fill", "asOf": "2025-12-31", "changedMonths": [],
             "groups": [{"by": {}, "figures": {"filled": 2, "medianDays": 12.25, "p90Days": null}},
                        {"by": {"credential": "held"}, "figures": {"filled": 0, "medianDays": null}}]}
            """
        let document = try JSONDecoder().decode(KPIDocument.self, from: Data(text.utf8))
        #expect(document.version == 3)
        #expect(KPIColumn.headline("time-to-fill", document.group()?.figures) == "12.2 (n 2)")
        let held = document.group(["credential": "held"])
        #expect(held?.words == "credential held")
        #expect(KPIColumn.headline("time-to-fill", held?.figures) == "not defined (n 0)")
        #expect(KPIColumn.headline("time-to-fill", document.group(["variant": "x"])?.figures) == "-")
    }

    @Test("Numbers are told in the form that suits them")
    func forms() {
        #expect(KPIColumn.Form.percent.text(0.4567) == "45.7 %")
        let rewards: [String: Double?] = ["premiums": 3, "grants": 1, "stipends": 0]
        #expect(KPIColumn.headline("rewards", rewards) == "3 premiums, 1 grants, 0 stipends")
        #expect(KPIColumn.Form.count.text(12) == "12")
        #expect(KPIColumn.Form.rate.text(0.01234) == "0.0123")
        #expect(KPIColumn.Form.number.text(nil) == "not defined")
        #expect(KPICommand.escaped("a b&c=é") == "a%20b%26c%3D%C3%A9")
    }
}
