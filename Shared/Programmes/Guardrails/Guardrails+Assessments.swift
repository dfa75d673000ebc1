import Contracts

extension Guardrails {
    /// Assessments are short, and nobody works for nothing to be let in (ASM-14, ASM-15).
    func checkAssessment(of pathway: Pathway, _ place: DocumentValue) {
        guard let assessment = pathway.assessment else { return }
        let written = place.nearest("assessment")
        if assessment.minutes > assessmentCeiling {
            written.warn(
                "assessment-length",
                "The assessment takes \(assessment.minutes) minutes, more than \(assessmentCeiling).",
                remedy: "Draw fewer items, make the task smaller, or leave it and know that fewer will finish.")
        }
        let practical = written.nearest("practical")
        switch (assessment.practical.stipend, assessment.practical.isBillable) {
        case (nil, false):
            if practical.has("stipend") { break }
            practical.report(
                "paid-assessment", "The practical task is neither paid nor part of billable work.",
                remedy: "Write 'stipend: USD 12', or 'billable: yes' where an engagement pays for it.")
        case (.some, true):
            practical.nearest("stipend").report(
                "paid-assessment", "The practical task would be paid twice.",
                remedy: "Keep 'stipend', or 'billable: yes' where an engagement pays for it.")
        case (.some, false), (nil, true): break
        }
    }

    /// An invitation says how long it takes, what it brings and what a peer says (ONB-13).
    func checkInvitation(to pathway: Pathway, _ place: DocumentValue) {
        guard let invitation = pathway.invitation else { return }
        let written = place.nearest("invitation")
        check(text: invitation.text, written.nearest("text"))
        if pathway.minutes == 0 {
            written.report(
                "incomplete-invitation", "The invitation cannot say how long the pathway takes.",
                remedy: "List units with 'takes'.")
        }
        let published = PublishedProgramme(definition: programme, version: 0, publishedAt: .init(microseconds: 0))
        if !published.rewardStatement(for: pathway).bringsReward {
            written.report(
                "incomplete-invitation", "The invitation cannot name a reward: the credential brings nothing.",
                remedy: "Describe at least one under 'rewards'.")
        }
        guard let quote = invitation.quote else {
            if !written.has("quote") {
                written.report(
                    "incomplete-invitation", "The invitation has no word of a peer.",
                    remedy: "Write 'quote' with the words by language and 'by', whose words they are.")
            }
            return
        }
        check(quote.wording, written.nearest("quote"), "The quote")
    }
}
