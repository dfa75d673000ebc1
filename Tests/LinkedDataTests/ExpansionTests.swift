import LinkedData
import Testing

@Suite("JSON-LD read as RDF")
struct ExpansionTests {
    private func quads(_ document: String, _ policy: ExpansionPolicy = .lax, base: String? = nil) throws -> [String] {
        let library = ContextLibrary([
            "https://c.example/one": ["@context": ["name": "https://v.example/name"]],
            "https://c.example/loop": ["@context": "https://c.example/loop"],
        ])
        let reader = LinkedDataReader(library: library, policy: policy)
        return try reader.canonical(try JSON.parse(document), base: base).text.split(separator: "\n").map(String.init)
    }

    private func code(_ document: String, _ policy: ExpansionPolicy = .lax) -> String? {
        do {
            _ = try quads(document, policy)
            return nil
        } catch let error as LinkedDataError {
            return error.code
        } catch {
            return "\(error)"
        }
    }

    @Test("a term of a context that is at hand")
    func remote() throws {
        #expect(
            try quads(#"{"@context":"https://c.example/one","@id":"urn:a","name":"x"}"#)
                == [#"<urn:a> <https://v.example/name> "x" ."#])
    }

    @Test(
        "values: strings, languages, numbers, truth, JSON, references",
        arguments: [
            (#"{"@id":"urn:p"}"#, #""x""#, #""x""#),
            (#"{"@id":"urn:p","@language":"De"}"#, #""x""#, #""x"@de"#),
            (#"{"@id":"urn:p","@type":"@id"}"#, #""urn:x""#, "<urn:x>"),
            (#"{"@id":"urn:p","@type":"urn:t"}"#, #""x""#, #""x"^^<urn:t>"#),
            (#"{"@id":"urn:p"}"#, "5", #""5"^^<http://www.w3.org/2001/XMLSchema#integer>"#),
            (#"{"@id":"urn:p"}"#, "5.0", #""5"^^<http://www.w3.org/2001/XMLSchema#integer>"#),
            (#"{"@id":"urn:p"}"#, "5.5", #""5.5E0"^^<http://www.w3.org/2001/XMLSchema#double>"#),
            (#"{"@id":"urn:p"}"#, "1e21", #""1.0E21"^^<http://www.w3.org/2001/XMLSchema#double>"#),
            (#"{"@id":"urn:p"}"#, "0.000012", #""1.2E-5"^^<http://www.w3.org/2001/XMLSchema#double>"#),
            (#"{"@id":"urn:p"}"#, "true", #""true"^^<http://www.w3.org/2001/XMLSchema#boolean>"#),
            (
                #"{"@id":"urn:p","@type":"@json"}"#, #"{"b":[1,null],"a":"\u00e9"}"#,
                #""{\"a\":\"é\",\"b\":[1,null]}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>"#
            ),
            (#"{"@id":"urn:p","@container":"@language"}"#, #"{"en":"x","@none":null}"#, #""x"@en"#),
            (#"{"@id":"urn:p"}"#, #"{"@value":"x","@type":"urn:t"}"#, #""x"^^<urn:t>"#),
            (#"{"@id":"urn:p"}"#, #"{"@list":[]}"#, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"),
            (#"{"@id":"urn:p"}"#, #"{"@set":["x",null]}"#, #""x""#),
            (#"{"@id":"urn:p"}"#, #""a\tb\u007f\\\"""#, #""a\tb\u007F\\\"""#),
        ])
    func values(_ definition: String, _ value: String, _ expected: String) throws {
        #expect(
            try quads(#"{"@context":{"p":\#(definition)},"@id":"urn:a","p":\#(value)}"#)
                == ["<urn:a> <urn:p> \(expected) ."])
    }

    @Test("lists are chains of cells, a list in a list too")
    func lists() throws {
        let quads = try quads(#"{"@context":{"p":{"@id":"urn:p","@container":"@list"}},"@id":"urn:a","p":[["x"],"y"]}"#)
        #expect(quads.count == 7)
        #expect(quads.filter { $0.hasSuffix("<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .") }.count == 2)
    }

    @Test("the context of a type holds for its node, that of a property for all below it")
    func scoped() throws {
        let context =
            #"{"T":{"@id":"urn:T","@context":{"p":"urn:typed"}},"p":"urn:plain","q":{"@id":"urn:q","@context":{"p":"urn:held"}}}"#
        #expect(
            try quads(#"{"@context":\#(context),"@id":"urn:a","@type":"T","p":"1","urn:r":{"@id":"urn:b","p":"2"}}"#)
                == [
                    "<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T> .", "<urn:a> <urn:r> <urn:b> .",
                    #"<urn:a> <urn:typed> "1" ."#, #"<urn:b> <urn:plain> "2" ."#,
                ])
        #expect(
            try quads(
                #"{"@context":\#(context),"@id":"urn:a","q":{"@id":"urn:b","p":"1","urn:r":{"@id":"urn:c","p":"2"}}}"#)
                == [
                    "<urn:a> <urn:q> <urn:b> .", #"<urn:b> <urn:held> "1" ."#, "<urn:b> <urn:r> <urn:c> .",
                    #"<urn:c> <urn:held> "2" ."#,
                ])
    }

    @Test("containers of graphs, ids, types and indexes; reversed properties; nesting; included nodes")
    func containers() throws {
        #expect(
            try quads(
                #"{"@context":{"p":{"@id":"urn:p","@container":"@graph"}},"@id":"urn:a","p":{"@id":"urn:b","urn:q":"1"}}"#
            )
                == [#"<urn:a> <urn:p> _:c14n0 ."#, #"<urn:b> <urn:q> "1" _:c14n0 ."#])
        #expect(
            try quads(
                #"{"@context":{"p":{"@id":"urn:p","@container":"@id"}},"@id":"urn:a","p":{"urn:b":{"urn:q":"1"}}}"#)
                == ["<urn:a> <urn:p> <urn:b> .", #"<urn:b> <urn:q> "1" ."#])
        #expect(
            try quads(
                #"{"@context":{"p":{"@id":"urn:p","@container":"@type"}},"@id":"urn:a","p":{"urn:T":{"@id":"urn:b"}}}"#)
                == ["<urn:a> <urn:p> <urn:b> .", "<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T> ."])
        #expect(
            try quads(
                #"{"@context":{"p":{"@id":"urn:p","@container":"@index"}},"@id":"urn:a","p":{"i":"1","j":["2"]}}"#)
                == [#"<urn:a> <urn:p> "1" ."#, #"<urn:a> <urn:p> "2" ."#])
        #expect(
            try quads(#"{"@context":{"p":{"@reverse":"urn:p"}},"@id":"urn:a","p":{"@id":"urn:b"}}"#)
                == ["<urn:b> <urn:p> <urn:a> ."])
        #expect(
            try quads(#"{"@id":"urn:a","@reverse":{"urn:p":{"@id":"urn:b"}},"@included":{"@id":"urn:c","urn:q":"1"}}"#)
                == ["<urn:b> <urn:p> <urn:a> .", #"<urn:c> <urn:q> "1" ."#])
        #expect(
            try quads(#"{"@context":{"n":"@nest"},"@id":"urn:a","n":{"urn:p":"1"}}"#) == [#"<urn:a> <urn:p> "1" ."#])
    }

    @Test("relative addresses, vocabularies and prefixes")
    func addresses() throws {
        #expect(
            try quads(
                #"{"@context":{"@vocab":"urn:v:","x":"https://x.example/"},"@id":"../b?c#d","p":"1","x:q":"2"}"#,
                base: "https://a.example/1/2/3")
                == [
                    #"<https://a.example/1/b?c#d> <https://x.example/q> "2" ."#,
                    #"<https://a.example/1/b?c#d> <urn:v:p> "1" ."#,
                ])
    }

    @Test(
        "what JSON-LD forbids",
        arguments: [
            (#"{"@context":"https://c.example/unknown"}"#, "loading remote context failed"),
            (#"{"@context":"https://c.example/loop"}"#, "recursive context inclusion"),
            (#"{"@context":[{"@protected":true,"p":"urn:p"},{"p":"urn:q"}]}"#, "protected term redefinition"),
            (#"{"@context":[{"@protected":true,"p":"urn:p"},null]}"#, "invalid context nullification"),
            (#"{"@context":{"p":"q:x","q":"p:x"}}"#, "cyclic IRI mapping"),
            (#"{"@context":{"p":{"@id":"urn:p","@container":"@bag"}}}"#, "invalid container mapping"),
            (#"{"@context":{"id":"@id"},"@id":"urn:a","id":"urn:b"}"#, "colliding keywords"),
            (#"{"@context":{"p":"urn:p"},"p":{"@value":"x","q:q":"y"}}"#, "invalid value object"),
            (#"{"@context":{"@import":5}}"#, "invalid @import value"),
            (#"{"a":1,"a":2}"#, "invalid JSON"),
        ])
    func forbidden(_ document: String, _ expected: String) {
        #expect(code(document) == expected)
    }

    @Test(
        "CRD-11: whoever is strict has every word explained",
        arguments: [
            #"{"@id":"urn:a","unknown":"x"}"#, #"{"@id":"urn:a","@type":"Unknown"}"#,
            #"{"@id":"relative","urn:p":"x"}"#, #"{"@id":"urn:a","urn:p":{"@id":"b c:d"}}"#,
            #"{"@id":"urn:a","urn:p":{"@id":"nothing"}}"#,
        ])
    func strict(_ document: String) {
        #expect(code(document) == nil)
        #expect(code(document, .strict) == "unexplained")
    }

    @Test("the same protected term may be stated again")
    func protectedAgain() {
        #expect(code(#"{"@context":[{"@protected":true,"p":"urn:p"},{"p":"urn:p"}],"@id":"urn:a","p":"1"}"#) == nil)
    }
}
