import LinkedData

/// Reads a context from a table of terms.
///
/// A line is a term, its IRI, and then `type=`, `container=` or `context=null`; `{` opens the context of its values and
/// `}` closes it; `protected` protects a context's terms; `@prefix IRI` shortens what follows.
enum ContextTable {
    /// The context of a table.
    static func read(_ table: String) -> JSON {
        var prefixes: [String: String] = [:]
        var open: [(term: String, definition: [String: JSON])] = []
        var contexts: [[String: JSON]] = [[:]]
        func full(_ name: Substring) -> String {
            guard let colon = name.firstIndex(of: ":"), let iri = prefixes[String(name[..<colon])] else {
                return String(name)
            }
            return iri + name[name.index(after: colon)...]
        }
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let term = words.first.map(String.init) else { continue }
            if term == "}" {
                var (name, definition) = open.removeLast()
                definition["@context"] = .object(contexts.removeLast())
                contexts[contexts.count - 1][name] = .object(definition)
            } else if term == "protected" {
                contexts[contexts.count - 1]["@protected"] = true
            } else if words.count == 2, term.hasPrefix("@") {
                prefixes[String(term.dropFirst())] = String(words[1])
            } else if words.count > 1 {
                let definition = definition(words.dropFirst(), full)
                if words.last == "{" {
                    open.append((term, definition))
                    contexts.append([:])
                } else {
                    // What is no more than an IRI is written as one: so it may begin compact IRIs, as published.
                    contexts[contexts.count - 1][term] =
                        definition.count == 1 && words[1].hasPrefix("@")
                        ? definition["@id"] : .object(definition)
                }
            }
        }
        return .object(contexts[0])
    }

    private static func definition(_ words: ArraySlice<Substring>, _ full: (Substring) -> String) -> [String: JSON] {
        var definition: [String: JSON] = [:]
        for word in words {
            if word == "{" { continue }
            if word == "context=null" {
                definition["@context"] = .null
            } else if word.hasPrefix("type=") {
                definition["@type"] = .text(full(word.dropFirst(5)))
            } else if word.hasPrefix("container=") {
                definition["@container"] = .text("@" + word.dropFirst(10))
            } else {
                definition["@id"] = .text(full(word))
            }
        }
        return definition
    }
}
