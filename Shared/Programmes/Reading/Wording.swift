/// Phrases that a programme's texts may not use, in the languages that pages speak.
struct Wording: Sendable {
    /// Phrases as words, by their first one.
    private let phrases: [String: [[String]]]
    /// Phrases that say the opposite.
    private let excuses: [String: [[String]]]

    private init(_ phrases: [String], but excuses: [String] = []) {
        self.phrases = Wording.byFirstWord(phrases)
        self.excuses = Wording.byFirstWord(excuses)
    }

    /// Promises to work for nobody else (G3).
    static let exclusivity = Wording(
        [
            "exclusive", "exclusively", "exclusivity", "only for us", "non-compete", "non compete", "noncompete",
            "first refusal", "work for nobody else", "exclusivo", "exclusiva", "exclusivamente", "exclusividad",
            "solo para nosotros", "exklusiv", "ausschließlich für uns", "wettbewerbsverbot", "exclusif",
            "exclusivement", "exclusivité", "non-concurrence",
        ],
        but: [
            "non-exclusive", "nonexclusive", "not exclusive", "never exclusive", "no exclusivity",
            "without exclusivity", "without any exclusivity", "no es exclusivo", "no es exclusiva", "sin exclusividad",
            "nicht exklusiv", "non exclusif", "sans exclusivité",
        ])

    /// Presence instead of outcome (G4, CRD-25).
    static let attendance = Wording([
        "shift", "shifts", "attendance", "minimum hours", "acceptance rate", "response time", "tenure", "hours online",
        "schedule adherence", "hours worked", "punctuality", "turno", "turnos", "asistencia", "horas mínimas",
        "tasa de aceptación", "tiempo de respuesta", "anwesenheit", "mindeststunden", "annahmequote", "assiduité",
        "heures minimales", "taux d'acceptation",
    ])

    /// Learning as a duty (G1, GOV-05).
    static let duty = Wording(
        [
            "mandatory", "compulsory", "obligatory", "must complete", "must attend", "must take part", "must finish",
            "must pass", "required training", "required to complete", "required to attend", "required to take part",
            "obligatorio", "obligatoria", "obligatorios", "obligatorias", "verpflichtend", "obligatorisch",
            "pflichtschulung", "obligatoire", "obligatoires",
        ],
        but: [
            "not mandatory", "never mandatory", "nothing is mandatory", "not compulsory", "never compulsory",
            "not obligatory", "not required to complete", "not required to attend", "not required to take part",
            "no es obligatorio", "no es obligatoria", "nicht verpflichtend", "nicht obligatorisch", "pas obligatoire",
            "non obligatoire",
        ])

    /// A price on saying no (G6, INC-20).
    static let penalty = Wording(
        [
            "penalty", "penalties", "penalised", "penalized", "lose your place", "lose your rank", "lose access",
            "moved down the list", "fewer offers", "penalización", "penalizado", "strafe", "pénalité",
        ],
        but: [
            "no penalty", "no penalties", "without penalty", "without any penalty", "never penalised",
            "not penalised", "never penalized", "not penalized", "sin penalización", "ninguna penalización",
            "keine strafe", "aucune pénalité", "sans pénalité",
        ])

    /// How work is done, instead of what comes of it (G5, GOV-08).
    static let method = Wording([
        "must use", "follow these steps", "in this order", "in the following order", "step by step as shown",
        "debe usar", "debes usar", "siga estos pasos", "sigue estos pasos", "en este orden", "müssen sie verwenden",
        "folgen sie diesen schritten", "in dieser reihenfolge", "vous devez utiliser", "suivez ces étapes",
        "dans cet ordre",
    ])

    /// Where or on what a grant would have to be spent (G7, INC-12).
    static let choice = Wording([
        "equipment of the company", "company equipment", "merchant", "brand", "branded", "from our shop", "our shop",
        "our store", "buy at", "buy from", "bought at", "bought from", "shift", "deliverable",
    ])

    /// What makes something a duty by right (G2).
    private static let basis = Wording([
        "law", "laws", "legal", "site rule", "site rules", "acceptance criterion", "acceptance criteria", "ley",
        "norma del centro", "criterio de aceptación", "gesetz", "hausordnung", "abnahmekriterium", "loi",
        "règlement du site", "critère d'acceptation",
    ])

    /// The first phrase that stands in a text as words of its own.
    func found(in text: String) -> String? {
        found(in: Wording.words(text))
    }

    /// The first phrase in a text that was divided into words already.
    func found(in words: [String]) -> String? {
        var index = 0
        while index < words.count {
            if let excuse = Wording.longest(excuses, in: words, at: index) {
                index += excuse.count
            } else if let phrase = Wording.longest(phrases, in: words, at: index) {
                return phrase.joined(separator: " ")
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The first phrase in a sentence that names no law, site rule or acceptance criterion.
    func foundWithoutBasis(in text: String) -> String? {
        for sentence in text.split(whereSeparator: { ".!?;\n".contains($0) }) {
            guard let phrase = found(in: String(sentence)) else { continue }
            if Wording.basis.found(in: String(sentence)) == nil { return phrase }
        }
        return nil
    }

    private static func longest(_ phrases: [String: [[String]]], in words: [String], at index: Int) -> [String]? {
        (phrases[words[index]] ?? []).filter { words[index...].starts(with: $0) }.max { $0.count < $1.count }
    }

    private static func byFirstWord(_ phrases: [String]) -> [String: [[String]]] {
        Dictionary(grouping: phrases.map(words)) { $0.first ?? "" }
    }

    /// The words of a text, in lower case and without punctuation.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
