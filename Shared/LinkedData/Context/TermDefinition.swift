/// What a term of a context means.
struct TermDefinition: Sendable {
    /// A value that may be absent, or stated to be nothing.
    enum Stated: Hashable, Sendable {
        case absent
        case null
        case text(String)
    }

    /// The IRI or keyword; nil when the term is stated to mean nothing.
    var iri: String?
    /// Whether it may begin a compact IRI.
    var isPrefix = false
    /// Whether later contexts may not change it.
    var isProtected = false
    /// Whether the property points from the value to the node.
    var isReverse = false
    /// The type of its values.
    var type: String?
    /// The language of its values.
    var language = Stated.absent
    /// The base direction of its values.
    var direction = Stated.absent
    /// How its values are held together.
    var container: Set<String> = []
    /// The property that an index stands for.
    var index: String?
    /// The property under which it is nested.
    var nest: String?
    /// The context of its values.
    var context: JSON?
    /// What relative addresses in that context are relative to.
    var contextBase: String?

    /// Whether it means the same as another, protection aside.
    func means(_ other: TermDefinition) -> Bool {
        iri == other.iri && isPrefix == other.isPrefix && isReverse == other.isReverse && type == other.type
            && language == other.language && direction == other.direction && container == other.container
            && index == other.index && nest == other.nest && context == other.context
    }
}
