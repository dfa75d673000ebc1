import Contracts

/// What a whole programme has to keep to be published, beyond what each of its values says.
///
/// Only publication asks; what was once published is read for ever.
struct Guardrails {
    let programme: ProgrammeDefinition
    let root: DocumentValue
    let assessmentCeiling: Int

    init(_ programme: ProgrammeDefinition, _ root: DocumentValue, assessmentCeiling: Int) {
        self.programme = programme
        self.root = root
        self.assessmentCeiling = assessmentCeiling
    }

    func check() {
        guard programme.delivery == .guildhall else { return }
        checkParts()
        checkMeasurement()
        checkTexts()
        checkReferences()
        checkMoney()
        checkExperiments()
        checkPrerequisites()
        for pathway in programme.pathways {
            let place = root.nearest("pathways").nearest(pathway.id, under: "id")
            checkUnits(of: pathway, place)
            checkHours(of: pathway, place)
            checkAssessment(of: pathway, place)
            checkInvitation(to: pathway, place)
        }
    }
}
