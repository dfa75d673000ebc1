import Contracts
import Hummingbird

/// What a request for a figure says in its query.
struct KPIRequest {
    private var query: [String: String] = [:]

    init(_ request: Request) {
        for (name, value) in request.uri.queryParameters where query[String(name)] == nil {
            query[String(name)] = String(value)
        }
    }

    private func text(_ name: String) -> String? { query[name] }

    var programme: String? { text("programme") }
    var variant: String? { text("variant") }

    var neededProgramme: String {
        get throws {
            guard let programme else {
                throw HTTPError(.badRequest, message: "Say which programme: ?programme=ID")
            }
            return programme
        }
    }

    var isSplit: Bool {
        get throws {
            guard let split = text("split") else { return false }
            guard split == "credential" else {
                throw HTTPError(.badRequest, message: "Figures are split by credential: ?split=credential")
            }
            return true
        }
    }

    var analysis: VariantMap.Analysis {
        get throws {
            guard let by = text("by") else { return .exposure }
            guard let analysis = VariantMap.Analysis(rawValue: by) else {
                throw HTTPError(.badRequest, message: "Variants are told by=exposure or by=assignment.")
            }
            return analysis
        }
    }

    var window: Int64? {
        get throws {
            guard let text = text("window") else { return nil }
            guard let days = Int64(text.hasSuffix("d") ? text.dropLast() : text[...]), (1...3660).contains(days) else {
                throw HTTPError(.badRequest, message: "The window is a number of days from 1 to 3660, such as 90d.")
            }
            return days
        }
    }

    var asOf: Day? {
        get throws {
            guard let text = text("as-of") else { return nil }
            guard let day = Day(text) else {
                throw HTTPError(.badRequest, message: "The day is written as YYYY-MM-DD.")
            }
            return day
        }
    }
}
