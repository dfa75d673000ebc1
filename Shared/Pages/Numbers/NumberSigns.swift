import Programmes

/// The signs with which a language writes numbers.
struct NumberSigns {
    /// Between whole and parts.
    let decimal: String
    /// Between thousands.
    let group: String
    /// How many digits a whole number has at least before it is grouped.
    let groupsFrom: Int
    /// Between a number and its percent sign.
    let percentSpace: String

    /// The signs of a language.
    ///
    /// German by DIN 5008, Spanish by the Ortografía of the RAE, French by the Imprimerie nationale; spaces do not break.
    init(_ language: PageLanguage) {
        switch language {
        case .english: (decimal, group, groupsFrom, percentSpace) = (".", ",", 4, "")
        case .german: (decimal, group, groupsFrom, percentSpace) = (",", ".", 5, "\u{a0}")
        case .spanish: (decimal, group, groupsFrom, percentSpace) = (",", "\u{a0}", 5, "\u{a0}")
        case .french: (decimal, group, groupsFrom, percentSpace) = (",", "\u{202f}", 4, "\u{a0}")
        }
    }
}
