import Yams

/// A YAML text being read: its values know their place, and what is wrong with them is gathered here.
///
/// A reader goes on after a problem, so that an author sees all of them at once.
package final class Document {
    /// What is wrong so far.
    package private(set) var problems: [DocumentProblem] = []
    /// What stands, and deserves a second thought.
    package private(set) var warnings: [DocumentProblem] = []
    /// What stands until a lawyer has read it (GOV-08).
    package private(set) var reviews: [DocumentProblem] = []

    /// Longest text that is read, in bytes; a plan is written by hand.
    package static let maximumBytes = 4 << 20

    package init() {}

    /// The top of a text, which has to hold exactly one YAML document.
    package func root(of text: String) throws(DocumentProblems) -> DocumentValue {
        guard text.utf8.count <= Document.maximumBytes else {
            throw failure(
                nil, "The text is longer than \(Document.maximumBytes >> 20) MiB.", "Split it into several files.")
        }
        do {
            guard let node = try Parser(yaml: text).singleRoot() else {
                throw failure(nil, "The text is empty.", "Begin with the keys that the documentation lists.")
            }
            return DocumentValue(node: node, path: "", document: self)
        } catch let problems as DocumentProblems {
            throw problems
        } catch let error as YamlError {
            throw Document.problems(of: error)
        } catch {
            throw failure(nil, "The text cannot be read: \(error).", "Check that it is YAML in UTF-8.")
        }
    }

    /// Notes a problem.
    package func report(_ problem: DocumentProblem) {
        problems.append(problem)
    }

    /// Notes a warning.
    package func warn(_ warning: DocumentProblem) {
        warnings.append(warning)
    }

    /// Notes a finding for Legal.
    package func review(_ finding: DocumentProblem) {
        reviews.append(finding)
    }

    /// Throws what was noted, if anything was.
    package func check() throws(DocumentProblems) {
        if !problems.isEmpty { throw DocumentProblems(problems) }
    }

    private func failure(_ mark: Mark?, _ message: String, _ remedy: String) -> DocumentProblems {
        Document.failure(mark, message, remedy)
    }

    private static func failure(_ mark: Mark?, _ message: String, _ remedy: String) -> DocumentProblems {
        DocumentProblems([
            DocumentProblem(
                line: mark?.line ?? 1, column: mark?.column ?? 1, path: "", rule: "yaml", message: message,
                remedy: remedy)
        ])
    }

    private static func problems(of error: YamlError) -> DocumentProblems {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return failure(
                mark, "This is not YAML: \(problem).",
                "Look at this line and the one above: indentation, colons, brackets and quotes.")
        case .composer(_, let problem, let mark, _):
            return failure(mark, "This YAML cannot be read: \(problem).", "Keep one document in the file.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return failure(context.mark, "Keys stand twice here: \(keys).", "Keep one of each.")
        case .reader(let problem, _, _, _):
            return failure(nil, "The text cannot be read: \(problem).", "Save it as UTF-8 without control characters.")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return failure(nil, "The text cannot be read: \(error).", "Check that it is YAML in UTF-8.")
        }
    }
}
