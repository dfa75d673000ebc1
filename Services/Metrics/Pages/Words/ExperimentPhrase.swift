/// What the pages about experiments say to people, by its place; each language has its own words in files of its own.
enum ExperimentPhrase: String, CaseIterable, Hashable, Sendable {
    // MARK: The frame of the pages

    case skip
    case contents
    case experiments
    case experiment
    case listIntroduction
    case listEmpty
    case allExperiments
    case programme
    case name
    case dates
    case dateRange
    case verdict
    case deviationCount
    case sameAsJSON
    case asOf
    case asOfDay
    case toldBy
    case byExposure
    case byAssignment
    case show

    // MARK: What may be concluded

    case conclusion
    case verdictNotStarted
    case verdictCollecting
    case verdictBlocked
    case verdictWithheld
    case verdictBetter
    case verdictWorse
    case verdictDifference
    case verdictNoDifference
    case shortNotStarted
    case shortCollecting
    case shortBlocked
    case shortWithheld
    case shortDifference
    case shortNoDifference
    case verdictNoted
    case why
    case reasonNobodyMet
    case reasonStartsLater
    case reasonNoOutcome
    case reasonRatioFails
    case reasonLooksBlocked
    case reasonBelowFloor
    case reasonFloorOverridden
    case reasonTooShort
    case reasonRuns
    case reasonMaturing
    case reasonMaturingUntil
    case reasonBetter
    case reasonWorse
    case reasonDiffersSoFar
    case reasonNoDifference
    case reasonCouldHaveSeen
    case reasonUndefined
    case reasonStoppedEarly
    case reasonPlanChanged
    case reasonMetBeforeDeclared
    case reasonVariantStopped
    case reasonRolledOut

    // MARK: What was registered

    case registered
    case hypothesis
    case unit
    case unitWorker
    case unitClient
    case variants
    case control
    case eligible
    case everybody
    case pathway
    case allPathways
    case primary
    case secondary
    case none
    case plannedSize
    case within
    case withinDays
    case adjustment
    case adjustedByCovariate
    case adjustedByChange
    case expectedBase
    case smallestEffect
    case override
    case share
    case sharePlaces
    case factorial
    case salt
    case registration
    case registeredWith
    case digest
    case deviations
    case noDeviations
    case planInForce
    case deviation
    case field
    case before
    case after

    // MARK: What was seen

    case seen
    case variant
    case weight
    case planned
    case assigned
    case exposed
    case crossed
    case matured
    case seenHint
    case ratioFine
    case ratioFails
    case ratioNone
    case smallVariant

    // MARK: Figures by name

    case kpiTimeToFill
    case kpiFirstWeekErrors
    case kpiIncidents
    case kpiParticipation
    case kpiCompletion
    case kpiQualityDelta
    case kpiRehire
    case kpiClearance

    // MARK: The comparison

    case comparison
    case otherFigure
    case otherFigures
    case otherFiguresHint
    case saidParticipation
    case saidCompletion
    case saidClearance
    case saidRehire
    case saidOther
    case saidNothing
    case more
    case less
    case moreAlone
    case lessAlone
    case alwaysValid
    case noLookCounted
    case shownEarlier
    case adjustedP
    case floorMet
    case floorMissed
    case powerChance
    case powerDetectable
    case powerNeeded
    case powerUnknown
    case method
    case inPoints
    case inIncidents
    case inIncidentsPerDay
    case inDays
    case unitPoints
    case unitIncidents
    case unitIncidentsPerDay
    case unitDays
    case chartDifference
    case chartRow
    case chartRowNone
    case noDifference
    case betterRight
    case betterLeft
    case comparisonTable
    case unitsOfVariant
    case unitsOfControl
    case valueOfVariant
    case valueOfControl
    case difference
    case lower
    case upper
    case rawP
    case holmP
    case benjaminiHochbergP
    case power
    case floor
    case floorYes
    case floorNo

    // MARK: Values from before

    case beforeSection
    case adjustedHint
    case figure
    case reduction
    case withValue
    case partOf

    // MARK: As if looked at once

    case once
    case onceHint
    case measure
    case measureSuperiority
    case measureDifference
    case estimate

    // MARK: Day by day

    case looks
    case looksOf
    case looksHint
    case looksNone
    case looksTitle
    case looksDescription
    case pTitle
    case pDescription
    case pThreshold
    case day
    case met
    case counts
    case yes
    case excludedBelowFloor
    case excludedRatio
    case excludedRare
    case excludedNoVariance

    // MARK: Survival

    case survival
    case survivalHint
    case survivalTitle
    case survivalDescription
    case daysSinceEnd
    case atRisk
    case events
    case survivalShare
    case standardError
    case survivalTest
    case medianDays

    // MARK: Guardrails

    case guardrails
    case guardrailsHint
    case guardrailsNone
    case guardOptOut
    case guardComplaints
    case guardInequality
    case guardTitle
    case guardLanguage
    case worseBy
    case state
    case stoppedOn
    case holds
    case limitMark
    case harmTitle
    case harmHint

    // MARK: Limits

    case limits
    case limitPremature
    case limitEquality
    case limitExact
    case limitSecondary
    case limitGroups
    case limitOthers
    case limitCrossed

    // MARK: Decision

    case decision
    case decisionNone
    case decidedVariant
    case decidedOn
    case defaultFrom
    case decidedBy
    case decidedBecause
    case allowedThen
    case inForce
    case notYetInForce
    case decisionFollowed
    case decisionNotFollowed
    case remarkFollowedDifference
    case remarkKeptControl
    case remarkNotShown
    case remarkShownWorse
    case remarkPassedOver

    // MARK: Leading indicator

    case leading
    case leadingMet
    case leadingNotMet
    case leadingNotEnough
    case leadingHint
    case leadReached
    case leadMissed
    case leadUnclear
    case leadFew
    case leadNoBaseline
    case leadUndefined
    case value
    case interval
    case intervalRange
    case baseline
    case goal
    case hopedFor
    case restsOn
    case lowerIsBetter
    case higherIsBetter
    case better
    case leadTitle

    // MARK: As noted at the time

    case notes
    case notesHint
    case methodHint
}
