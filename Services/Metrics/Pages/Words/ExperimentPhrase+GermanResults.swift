extension ExperimentPhrase {
    /// The words in German about results.
    static let germanResults: [ExperimentPhrase: String] = [
        .seen: "Was zu sehen war",
        .variant: "Variante",
        .weight: "Gewicht",
        .planned: "Geplant",
        .assigned: "Gezogen",
        .exposed: "Begegnet",
        .crossed: "Gekreuzt",
        .matured: "Zeit vorbei",
        .seenHint:
            "Gezogen: die Variante, die ihnen bei der Einladung zufiel. Begegnet: wer etwas erhielt, das ihr "
            + "folgt, etwa eine Einladung. Gekreuzt: wer einer anderen Variante begegnet ist als gezogen, etwa "
            + "weil sich zwei Identitäten als eine Person herausstellten. Zeit vorbei: für wen die Zeit für "
            + "das Hauptergebnis vorbei ist; nur diese werden verglichen.",
        .ratioFine:
            "Die Varianten haben sich gefüllt wie vorgesehen (p\u{a0}{0}; unter {1} lässt sich nichts "
            + "schließen).",
        .ratioFails:
            "Die Varianten haben sich nicht gefüllt wie vorgesehen (p\u{a0}{0}, unter {1}). Mit der Ziehung "
            + "oder den Aufzeichnungen stimmt etwas nicht; es lässt sich nichts schließen.",
        .ratioNone: "Ob sich die Varianten wie vorgesehen füllen, lässt sich noch nicht sagen.",
        .smallVariant: "„{0}“ hat bisher {1}, weniger als {2}: jede Zahl mit Vorsicht lesen.",
        .kpiTimeToFill: "Besetzungsdauer",
        .kpiFirstWeekErrors: "Fehler in der ersten Woche",
        .kpiIncidents: "Vorfälle",
        .kpiParticipation: "Teilnahme",
        .kpiCompletion: "Abschluss",
        .kpiQualityDelta: "Qualität",
        .kpiRehire: "Wiedereinsatz",
        .kpiClearance: "rechtzeitige Freigabe",
        .comparison: "Der Vergleich: {0}",
        .otherFigure: "Weitere Kennzahl: {0}",
        .otherFigures: "Die weiteren Kennzahlen",
        .otherFiguresHint:
            "Sie entscheiden nichts. Unter mehreren Kennzahlen sieht leicht eine zufällig gut aus; darum "
            + "steht neben jedem p-Wert auch der an allen gemessene.",
        .saidParticipation: "Mit „{0}“ nahmen {1} teil, mit „{2}“ {3}:",
        .saidCompletion: "Mit „{0}“ erwarben {1} den Nachweis, mit „{2}“ {3}:",
        .saidClearance: "Mit „{0}“ wurden {1} rechtzeitig freigegeben, mit „{2}“ {3}:",
        .saidRehire: "Mit „{0}“ kamen {1} wieder, mit „{2}“ {3}:",
        .saidOther: "Mit „{0}“ betrug der Mittelwert ({4}) {1}, mit „{2}“ {3}:",
        .saidNothing: "Es gibt noch nichts zu vergleichen.",
        .more: "{0} mehr (von {1} bis {2}).",
        .less: "{0} weniger (von {1} bis {2}).",
        .moreAlone: "{0} mehr.",
        .lessAlone: "{0} weniger.",
        .alwaysValid: "Tägliches Hinsehen löst bei diesem Verfahren keinen Fehlalarm aus; p\u{a0}{0}.",
        .noLookCounted: "Noch hat kein Blick gezählt; es gibt keinen p-Wert.",
        .shownEarlier:
            "Das zeigte sich an einem früheren Tag, und dabei bleibt es; das Intervall dieses Tages allein "
            + "umfasst auch keinen Unterschied.",
        .adjustedP: "An allen Vergleichen gemessen: p\u{a0}{0}.",
        .floorMet: "Beide Gruppen haben die {0}, die ein Blick braucht.",
        .floorMissed:
            "Die kleinere Gruppe hat {0} von {1}, die ein Blick braucht: Die Zahlen werden gezeigt und "
            + "entscheiden nichts.",
        .powerChance:
            "Mit den Zahlen dieses Tages würde ein Unterschied von {0} mit einer Wahrscheinlichkeit von {1} "
            + "gefunden.",
        .powerDetectable: "In vier von fünf Fällen würde erst ein Unterschied von {0} oder mehr gefunden.",
        .powerNeeded: "Um {0} in vier von fünf Fällen zu finden, braucht jede Variante {1}.",
        .powerUnknown: "Was sich mit diesen Zahlen finden ließe, lässt sich noch nicht sagen.",
        .method: "Verfahren",
        .inPoints: "{0} Prozentpunkte",
        .inIncidents: "{0} Vorfälle",
        .inIncidentsPerDay: "{0} Vorfälle je Arbeitstag",
        .inDays: "{0} Tage",
        .unitPoints: "Prozentpunkte",
        .unitIncidents: "Vorfälle",
        .unitIncidentsPerDay: "Vorfälle je Arbeitstag",
        .unitDays: "Tage",
        .chartDifference: "{0}: Unterschied zu „{1}“, in {2}",
        .chartRow: "{0}: {1}, von {2} bis {3}.",
        .chartRowNone: "{0}: noch keine Schätzung.",
        .noDifference: "kein Unterschied",
        .betterRight:
            "Rechts ist besser. Der Strich umfasst alle Werte, die zu den Daten passen, so oft man auch "
            + "hinsieht.",
        .betterLeft:
            "Links ist besser. Der Strich umfasst alle Werte, die zu den Daten passen, so oft man auch "
            + "hinsieht.",
        .comparisonTable: "{0}: die Zahlen",
        .unitsOfVariant: "Ihre Anzahl",
        .unitsOfControl: "Anzahl der Kontrolle",
        .valueOfVariant: "Ihr Wert",
        .valueOfControl: "Wert der Kontrolle",
        .difference: "Unterschied",
        .lower: "Von",
        .upper: "Bis",
        .rawP: "p, roh",
        .holmP: "p, bereinigt (Holm)",
        .benjaminiHochbergP: "p, bereinigt (Benjamini–Hochberg)",
        .power: "Trennschärfe",
        .floor: "Mindestzahl",
        .floorYes: "{0}: erreicht",
        .floorNo: "{0}: nicht erreicht",
        .beforeSection: "Mit früheren Werten",
        .adjustedHint:
            "Was über alle schon vor der Begegnung bekannt war, dient dazu, Unterschiede herauszurechnen, "
            + "die nichts mit der Variante zu tun haben. Auch das entscheidet nicht; es gilt, wenn man einmal "
            + "hinsieht.",
        .figure: "Kennzahl",
        .reduction: "Herausgerechnete Streuung",
        .withValue: "Mit früherem Wert",
        .partOf: "{0} von {1}",
        .once: "Als hätte man ein einziges Mal hingesehen",
        .onceHint:
            "Das sind die üblichen Tests. Sie gelten nur, wenn man ein einziges Mal hinsieht, an einem "
            + "vorher festgelegten Tag. Wer öfter hinsieht, hält sich an den Vergleich oben: Diese entscheiden "
            + "nichts.",
        .measure: "Maß",
        .measureSuperiority: "Wahrscheinlichkeit des größeren Werts",
        .measureDifference: "Unterschied",
        .estimate: "Schätzung",
        .looks: "Tag für Tag",
        .looksOf: "Tag für Tag: „{0}“",
        .looksHint:
            "Das Band umfasst alle Werte, die zu den Daten passen, für alle Tage zusammen. Leere Punkte sind "
            + "Tage, die nicht zählen; die Tabelle sagt, warum.",
        .looksNone: "Noch gibt es keinen Tag mit Werten.",
        .looksTitle: "„{0}“ gegen „{1}“, Tag für Tag: Unterschied in {2}",
        .looksDescription: "Tage, die zählen: {0} von {1}. Am letzten, {2}: {3}.",
        .pTitle: "Der p-Wert von „{0}“, Tag für Tag",
        .pDescription:
            "Der kleinste p-Wert der Tage, die zählten; jede Stufe ist zehnmal kleiner. Am letzten Tag: {0}.",
        .pThreshold: "{0}: darunter ein Unterschied",
        .day: "Tag",
        .met: "Begegnet",
        .counts: "Zählt",
        .yes: "ja",
        .excludedBelowFloor: "nein: Die kleinere Gruppe hat {0} von {1}",
        .excludedRatio: "nein: Die Varianten hatten sich anders gefüllt als vorgesehen (p\u{a0}{0})",
        .excludedRare: "nein: Das seltenere Ergebnis kam {0}-mal vor, mindestens {1} sind nötig",
        .excludedNoVariance: "nein: Die Werte schwanken nicht",
        .survival: "Zeit bis zum nächsten Einsatz",
        .survivalHint:
            "Der Anteil derer, die noch nicht wiedergekommen waren, nach Tagen seit dem Ende eines "
            + "Einsatzes. Wer noch wiederkommen kann, zählt, solange es bekannt ist.",
        .survivalTitle: "Noch nicht wiedergekommen, nach Tagen seit dem Ende",
        .survivalDescription: "{0}: {1} von {2} kamen wieder.",
        .daysSinceEnd: "Tage seit dem Ende",
        .atRisk: "Noch gezählt",
        .events: "Wiedergekommen",
        .survivalShare: "Noch nicht zurück",
        .standardError: "Standardfehler",
        .survivalTest:
            "„{0}“ gegen die Kontrolle: p\u{a0}{1} (Log-Rang-Test, als hätte man einmal hingesehen; er "
            + "entscheidet nichts).",
        .medianDays: "„{0}“: Die Hälfte kam binnen {1} Tagen wieder.",
        .guardrails: "Was nicht schlechter werden darf",
        .guardrailsHint:
            "Was auch immer die Hauptkennzahl sagt: Eine Variante wird am ersten Tag angehalten, an dem sie "
            + "sicher um mehr als die Grenze schlechter ist als die Kontrolle. Dann gilt stattdessen die "
            + "Kontrolle.",
        .guardrailsNone: "Keine Grenze wurde angekündigt.",
        .guardOptOut: "wieder abgemeldet",
        .guardComplaints: "gemeldete Vorfälle",
        .guardInequality: "Abstand zwischen Sprachgruppen",
        .guardTitle: "{0}: höchstens {1} schlechter",
        .guardLanguage: "{0} (Sprachgruppe: {1})",
        .worseBy: "Schlechter um",
        .state: "Stand",
        .stoppedOn: "angehalten am {0}",
        .holds: "nicht verletzt",
        .limitMark: "Grenze",
        .harmTitle: "{0}: um wie viel eine Variante schlechter ist, in Prozentpunkten",
        .harmHint: "Rechts ist schlechter.",
        .limits: "Was sich nicht schließen lässt",
        .limitPremature:
            "Dass eine Variante besser ist als eine andere. Die Zahlen stehen hier, damit nichts verborgen "
            + "ist.",
        .limitEquality: "Dass die Varianten gleich sind: Ein kleinerer Unterschied kann unbemerkt geblieben sein.",
        .limitExact: "Dass der Unterschied genau der geschätzte ist: Alle Werte des Intervalls passen zu den Daten.",
        .limitSecondary:
            "Dass eine Variante besser ist, weil eine der weiteren Kennzahlen gut aussieht: Dafür war das "
            + "Experiment nicht geplant.",
        .limitGroups: "Dass es für jede einzelne Gruppe von Personen gilt, oder für jede einzelne Person.",
        .limitOthers: "Dass es für Menschen, Rollen oder Jahreszeiten gilt, die nicht dabei waren.",
        .limitCrossed:
            "Dass alle der gezogenen Variante begegnet sind: Gekreuzte zählen bei der, der sie zuerst "
            + "begegnet sind.",
        .decision: "Was entschieden wurde",
        .decisionNone: "Es ist keine Entscheidung festgehalten.",
        .decidedVariant: "Gewählte Variante",
        .decidedOn: "Entschieden am",
        .defaultFrom: "Standard ab",
        .decidedBy: "Von",
        .decidedBecause: "Angegebener Grund",
        .allowedThen: "Was sich an dem Tag schließen ließ",
        .inForce: "{0} (gilt)",
        .notYetInForce: "{0} (gilt noch nicht)",
        .decisionFollowed: "Die Entscheidung folgte dem, was das Verfahren erlaubte:",
        .decisionNotFollowed: "Die Entscheidung ging über das hinaus, was das Verfahren erlaubte:",
        .remarkFollowedDifference: "„{0}“ hatte sich als besser erwiesen.",
        .remarkKeptControl: "keine andere Variante hatte sich als besser erwiesen, also bleibt „{0}“.",
        .remarkNotShown:
            "„{0}“ hatte sich nicht als besser erwiesen (Urteil damals: {1}); die Wahl hatte andere Gründe.",
        .remarkShownWorse: "„{0}“ hatte sich als schlechter erwiesen.",
        .remarkPassedOver: "„{1}“ hatte sich als besser erwiesen als „{0}“, das aus anderen Gründen gewählt wurde.",
        .leading: "Der Leitindikator des Programms",
        .leadingMet: "Erreicht: {0}.",
        .leadingNotMet: "Nicht erreicht: {0}.",
        .leadingNotEnough: "Zu wenig Daten: {0}.",
        .leadingHint:
            "Das betrifft das ganze Programm, vorher und jetzt; das Experiment unterscheidet die Varianten.",
        .leadReached:
            "Der Wert {0} erreicht das Ziel {1}, und sein Intervall liegt klar jenseits des Ausgangswerts "
            + "{2}.",
        .leadMissed: "Der Wert {0} erreicht das Ziel {1} nicht, auch sein Intervall nicht.",
        .leadUnclear: "Das Intervall von {0} bis {1} belegt das Ziel {2} weder, noch schließt es dieses aus.",
        .leadFew: "Er beruht auf {0}, weniger als {1}.",
        .leadNoBaseline: "Es ist kein Ausgangswert angegeben, also fehlt der Vergleich.",
        .leadUndefined: "Die Kennzahl ist noch nicht bestimmt.",
        .value: "Wert",
        .interval: "95-%-Intervall",
        .intervalRange: "{0} bis {1}",
        .baseline: "Ausgangswert",
        .goal: "Ziel",
        .hopedFor: "Erhofft",
        .restsOn: "Beruht auf",
        .lowerIsBetter: "weniger ist besser",
        .higherIsBetter: "mehr ist besser",
        .better: "Richtung",
        .leadTitle: "{0}: Wert mit 95-%-Intervall, gegen den Ausgangswert",
        .notes: "Wie es damals festgehalten wurde",
        .notesHint:
            "Was zu sehen war, wurde an jedem Tag festgehalten. Spätere Tatsachen ändern diese Zeilen nicht; "
            + "sie ändern die Tage oben.",
        .methodHint: "Wie diese Seite zu lesen ist, steht in docs/experiments.md.",
    ]
}
