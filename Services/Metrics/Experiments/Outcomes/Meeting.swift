import Contracts
import Programmes

/// Somebody who met a variant, or was assigned to it.
struct Meeting: Equatable, Sendable {
    let person: Identifier
    /// The variant's place in the declared order.
    let variant: Int
    let since: Timestamp
    /// The client that was assigned as a whole.
    var client: String?
    /// The language of the invitation.
    var language: String?

    /// Everybody who is in a declared variant, by id.
    static func all(_ map: VariantMap, languages: [Identifier: String] = [:]) -> [Meeting] {
        map.places.compactMap { person, place in
            map.variants.firstIndex(of: place.variant).map { variant in
                Meeting(
                    person: person, variant: variant, since: place.since, client: place.client,
                    language: languages[person])
            }
        }.sorted { $0.person < $1.person }
    }
}
