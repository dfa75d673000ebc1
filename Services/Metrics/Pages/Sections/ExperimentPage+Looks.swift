import Pages

extension ExperimentPage {
    /// What could be seen of the primary figure on each day, variant by variant (EXP-10).
    var looks: PageSection {
        guard report.looks.count > 1 else {
            return PageSection("looks", words(.looks), [PageParts.paragraph(words(.looksNone))])
        }
        let parts = report.variants.dropFirst().enumerated().flatMap { index, variant in
            LooksPart(
                looks: report.looks, variant: variant.id, control: control, scale: scale, words: words, index: index
            ).parts
        }
        return PageSection("looks", words(.looks), [PageParts.paragraph(words(.looksHint))] + parts)
    }

    /// The looks as they were noted on their days.
    var notes: PageSection? {
        guard !report.notes.isEmpty else { return nil }
        let table = PageTable(
            caption: words(.notes),
            columns: [.day, .verdict, .variant, .met, .matured, .rawP].map { words($0) },
            rows: report.notes.map { note in
                [
                    PageText(words.local.numericDay(note.day)), PageText(words.verdict(note.verdict)),
                    PageText(note.variant ?? LocalText.nothing), PageText(words.count(note.met)),
                    PageText(words.count(note.matured)), PageText(words.barePValue(note.p)),
                ]
            })
        return PageSection("notes", words(.notes), [PageParts.paragraph(words(.notesHint)), table.html])
    }
}
