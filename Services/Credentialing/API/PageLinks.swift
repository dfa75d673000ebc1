/// A page of a list, and the addresses of the pages around it (RFC 8288).
struct PageLinks: Hashable, Sendable {
    /// Elements a page that asks for none in particular.
    static let usual = 50
    /// Most elements of a page.
    static let most = 200

    let limit: Int64
    let offset: Int64

    /// The page of a request's parameters, or nil where they are no such numbers.
    init?(limit: String?, offset: String?) {
        guard let limit = limit.map({ Int64($0) }) ?? Int64(PageLinks.usual), limit > 0,
            let offset = offset.map({ Int64($0) }) ?? 0, (0...1_000_000_000).contains(offset)
        else { return nil }
        self.limit = min(limit, Int64(PageLinks.most))
        self.offset = offset
    }

    /// The header's value.
    ///
    /// - Parameters:
    ///   - url: the list's address.
    ///   - total: how many elements there are.
    ///   - since: what else the request asked for.
    func header(_ url: String, total: Int64, since: String?) -> String {
        let last = total == 0 ? 0 : (total - 1) / limit * limit
        var links: [(String, Int64)] = []
        if offset + limit < total { links.append(("next", offset + limit)) }
        links.append(("last", last))
        links.append(("first", 0))
        if offset > 0 { links.append(("prev", max(0, min(offset, total) - limit))) }
        let rest = since.map { "&since=\(FormFields.encoded($0))" } ?? ""
        return links.map { name, offset in
            "<\(url)?limit=\(limit)&offset=\(offset)\(rest)>; rel=\"\(name)\""
        }.joined(separator: ", ")
    }
}
