extension ExperimentPhrase {
    /// The words in French about results.
    static let frenchResults: [ExperimentPhrase: String] = [
        .seen: "Ce qui a été observé",
        .variant: "Variante",
        .weight: "Poids",
        .planned: "Prévus",
        .assigned: "Tirés au sort",
        .exposed: "Rencontrée",
        .crossed: "Croisés",
        .matured: "Délai écoulé",
        .seenHint:
            "Tirés au sort\u{a0}: la variante reçue à l’invitation. Rencontrée\u{a0}: ceux qui ont reçu "
            + "quelque chose qui la suit, comme une invitation. Croisés\u{a0}: ceux qui ont rencontré une "
            + "autre variante que celle du tirage, par exemple parce que deux identités se sont révélées être "
            + "une seule personne. Délai écoulé\u{a0}: ceux dont le délai pour le résultat principal est "
            + "écoulé\u{202f}; eux seuls sont comparés.",
        .ratioFine:
            "Les variantes se sont remplies comme prévu (p\u{a0}{0}\u{202f}; au-dessous de {1}, on ne peut "
            + "rien conclure).",
        .ratioFails:
            "Les variantes ne se sont pas remplies comme prévu (p\u{a0}{0}, au-dessous de {1}). Le tirage ou "
            + "l’enregistrement cloche\u{202f}; on ne peut rien conclure.",
        .ratioNone: "On ne peut pas encore dire si les variantes se remplissent comme prévu.",
        .smallVariant:
            "«\u{a0}{0}\u{a0}» en compte {1} pour l’instant, moins de {2}\u{a0}: lire chaque nombre avec "
            + "prudence.",
        .kpiTimeToFill: "délai de pourvoi",
        .kpiFirstWeekErrors: "erreurs de la première semaine",
        .kpiIncidents: "incidents",
        .kpiParticipation: "participation",
        .kpiCompletion: "achèvement",
        .kpiQualityDelta: "qualité",
        .kpiRehire: "réembauche",
        .kpiClearance: "habilitation dans les délais",
        .comparison: "La comparaison\u{a0}: {0}",
        .otherFigure: "Autre chiffre\u{a0}: {0}",
        .otherFigures: "Les autres chiffres",
        .otherFiguresHint:
            "Ils ne décident de rien. Parmi plusieurs chiffres, l’un paraît vite bon par hasard\u{202f}; "
            + "chaque valeur p est donc donnée aussi corrigée pour l’ensemble.",
        .saidParticipation: "Avec «\u{a0}{0}\u{a0}», {1} ont participé\u{202f}; avec «\u{a0}{2}\u{a0}», {3}\u{a0}:",
        .saidCompletion:
            "Avec «\u{a0}{0}\u{a0}», {1} ont obtenu l’attestation\u{202f}; avec «\u{a0}{2}\u{a0}», "
            + "{3}\u{a0}:",
        .saidClearance:
            "Avec «\u{a0}{0}\u{a0}», {1} ont été habilités à temps\u{202f}; avec «\u{a0}{2}\u{a0}», "
            + "{3}\u{a0}:",
        .saidRehire: "Avec «\u{a0}{0}\u{a0}», {1} sont revenus\u{202f}; avec «\u{a0}{2}\u{a0}», {3}\u{a0}:",
        .saidOther: "Avec «\u{a0}{0}\u{a0}», la moyenne ({4}) était {1}\u{202f}; avec «\u{a0}{2}\u{a0}», {3}\u{a0}:",
        .saidNothing: "Il n’y a encore rien à comparer.",
        .more: "{0} de plus (de {1} à {2}).",
        .less: "{0} de moins (de {1} à {2}).",
        .moreAlone: "{0} de plus.",
        .lessAlone: "{0} de moins.",
        .alwaysValid:
            "Avec cette méthode, regarder chaque jour ne provoque pas de fausse alerte\u{202f}; p\u{a0}{0}.",
        .noLookCounted: "Aucun regard n’a encore compté\u{202f}; il n’y a pas de valeur p.",
        .shownEarlier:
            "Cela s’est montré un jour antérieur et reste acquis\u{202f}; l’intervalle de ce jour, pris "
            + "seul, inclut aussi l’absence de différence.",
        .adjustedP: "Corrigée pour toutes les comparaisons\u{a0}: p\u{a0}{0}.",
        .floorMet: "Les deux groupes ont les {0} qu’un regard demande.",
        .floorMissed:
            "Le plus petit groupe en a {0} sur les {1} qu’un regard demande\u{a0}: les nombres sont montrés "
            + "et ne décident de rien.",
        .powerChance:
            "Avec les nombres de ce jour, une différence de {0} serait trouvée avec une probabilité de {1}.",
        .powerDetectable: "Quatre fois sur cinq, seule une différence de {0} ou plus serait trouvée.",
        .powerNeeded: "Pour trouver {0} quatre fois sur cinq, chaque variante en demande {1}.",
        .powerUnknown: "On ne peut pas encore dire ce que ces nombres permettraient de trouver.",
        .method: "Méthode",
        .inPoints: "{0} points",
        .inIncidents: "{0} incidents",
        .inIncidentsPerDay: "{0} incidents par jour travaillé",
        .inDays: "{0} jours",
        .unitPoints: "points de pourcentage",
        .unitIncidents: "incidents",
        .unitIncidentsPerDay: "incidents par jour travaillé",
        .unitDays: "jours",
        .chartDifference: "{0}\u{a0}: différence avec «\u{a0}{1}\u{a0}», en {2}",
        .chartRow: "{0}\u{a0}: {1}, de {2} à {3}.",
        .chartRowNone: "{0}\u{a0}: pas encore d’estimation.",
        .noDifference: "pas de différence",
        .betterRight:
            "À droite, c’est mieux. Le trait contient les valeurs compatibles avec les données, quel que "
            + "soit le nombre de regards.",
        .betterLeft:
            "À gauche, c’est mieux. Le trait contient les valeurs compatibles avec les données, quel que "
            + "soit le nombre de regards.",
        .comparisonTable: "{0}\u{a0}: les nombres",
        .unitsOfVariant: "Son effectif",
        .unitsOfControl: "Effectif du témoin",
        .valueOfVariant: "Sa valeur",
        .valueOfControl: "Valeur du témoin",
        .difference: "Différence",
        .lower: "De",
        .upper: "À",
        .rawP: "p, brute",
        .holmP: "p, corrigée (Holm)",
        .benjaminiHochbergP: "p, corrigée (Benjamini–Hochberg)",
        .power: "Puissance",
        .floor: "Minimum",
        .floorYes: "{0}\u{a0}: atteint",
        .floorNo: "{0}\u{a0}: non atteint",
        .beforeSection: "Avec les valeurs antérieures",
        .adjustedHint:
            "Ce que l’on savait de chacun avant la rencontre sert à retirer des différences étrangères à la "
            + "variante. Cela non plus ne décide pas\u{202f}; c’est valable si l’on regarde une fois.",
        .figure: "Chiffre",
        .reduction: "Dispersion retirée",
        .withValue: "Avec valeur antérieure",
        .partOf: "{0} sur {1}",
        .once: "Comme si l’on n’avait regardé qu’une fois",
        .onceHint:
            "Ce sont les tests habituels. Ils ne valent que pour qui regarde une seule fois, un jour fixé "
            + "d’avance. Qui regarde plus souvent s’en tient à la comparaison ci-dessus\u{a0}: ceux-ci ne "
            + "décident de rien.",
        .measure: "Mesure",
        .measureSuperiority: "probabilité de la plus grande valeur",
        .measureDifference: "différence",
        .estimate: "Estimation",
        .looks: "Jour après jour",
        .looksOf: "Jour après jour\u{a0}: «\u{a0}{0}\u{a0}»",
        .looksHint:
            "La bande contient les valeurs compatibles avec les données, pour tous les jours ensemble. Les "
            + "points vides sont des jours qui ne comptent pas\u{202f}; le tableau dit pourquoi.",
        .looksNone: "Il n’y a encore aucun jour avec des valeurs.",
        .looksTitle: "«\u{a0}{0}\u{a0}» contre «\u{a0}{1}\u{a0}», jour après jour\u{a0}: différence en {2}",
        .looksDescription: "Jours qui comptent\u{a0}: {0} sur {1}. Le dernier, {2}\u{a0}: {3}.",
        .pTitle: "La valeur p de «\u{a0}{0}\u{a0}», jour après jour",
        .pDescription:
            "La plus petite valeur p des jours qui ont compté\u{202f}; chaque pas est dix fois plus petit. "
            + "Le dernier jour\u{a0}: {0}.",
        .pThreshold: "{0}\u{a0}: au-dessous, une différence",
        .day: "Jour",
        .met: "Rencontrée",
        .counts: "Compte",
        .yes: "oui",
        .excludedBelowFloor: "non\u{a0}: le plus petit groupe en a {0} sur {1}",
        .excludedRatio: "non\u{a0}: les variantes s’étaient remplies autrement que prévu (p\u{a0}{0})",
        .excludedRare: "non\u{a0}: l’issue la plus rare est survenue {0} fois, sur {1} au moins",
        .excludedNoVariance: "non\u{a0}: les valeurs ne varient pas",
        .survival: "Temps jusqu’à la mission suivante",
        .survivalHint:
            "La part de ceux qui n’étaient pas revenus, selon les jours depuis la fin d’une mission. Qui "
            + "peut encore revenir compte tant qu’on le sait.",
        .survivalTitle: "Part non revenue, par jours depuis la fin",
        .survivalDescription: "{0}\u{a0}: {1} sur {2} sont revenus.",
        .daysSinceEnd: "Jours depuis la fin",
        .atRisk: "Encore comptés",
        .events: "Revenus",
        .survivalShare: "Non revenus",
        .standardError: "Erreur type",
        .survivalTest:
            "«\u{a0}{0}\u{a0}» contre le témoin\u{a0}: p\u{a0}{1} (test du log-rank, comme si l’on regardait "
            + "une fois\u{202f}; il ne décide de rien).",
        .medianDays: "«\u{a0}{0}\u{a0}»\u{a0}: la moitié est revenue en {1} jours.",
        .guardrails: "Ce qui ne doit pas empirer",
        .guardrailsHint:
            "Quoi que dise le chiffre principal, une variante est arrêtée le premier jour où elle est "
            + "sûrement pire que le témoin de plus que la limite. Le témoin prend alors sa place.",
        .guardrailsNone: "Aucune limite n’a été déclarée.",
        .guardOptOut: "désinscription",
        .guardComplaints: "incidents signalés",
        .guardInequality: "écart entre groupes linguistiques",
        .guardTitle: "{0}\u{a0}: au plus {1} au-dessus du témoin",
        .guardLanguage: "{0} (groupe linguistique\u{a0}: {1})",
        .worseBy: "Pire de",
        .state: "État",
        .stoppedOn: "arrêtée le {0}",
        .holds: "non dépassée",
        .limitMark: "limite",
        .harmTitle: "{0}\u{a0}: de combien une variante est pire, en points de pourcentage",
        .harmHint: "À droite, c’est pire.",
        .limits: "Ce que l’on ne peut pas conclure",
        .limitPremature: "Qu’une variante vaut mieux qu’une autre. Les nombres sont montrés pour ne rien cacher.",
        .limitEquality: "Que les variantes se valent\u{a0}: une différence plus petite a pu passer inaperçue.",
        .limitExact:
            "Que la différence est exactement celle estimée\u{a0}: toutes les valeurs de l’intervalle sont "
            + "compatibles avec les données.",
        .limitSecondary:
            "Qu’une variante vaut mieux parce qu’un autre chiffre paraît bon\u{a0}: l’expérience n’était pas "
            + "prévue pour cela.",
        .limitGroups: "Que cela vaut pour chaque groupe de personnes, ou pour chacune prise seule.",
        .limitOthers: "Que cela vaut pour des personnes, des rôles ou des saisons qui n’y étaient pas.",
        .limitCrossed:
            "Que chacun a rencontré la variante tirée\u{a0}: les croisés comptent avec celle rencontrée "
            + "d’abord.",
        .decision: "Ce qui a été décidé",
        .decisionNone: "Aucune décision n’est consignée.",
        .decidedVariant: "Variante choisie",
        .decidedOn: "Décidé le",
        .defaultFrom: "En vigueur à partir du",
        .decidedBy: "Par",
        .decidedBecause: "Raison donnée",
        .allowedThen: "Ce que l’on pouvait conclure ce jour-là",
        .inForce: "{0} (en vigueur)",
        .notYetInForce: "{0} (pas encore en vigueur)",
        .decisionFollowed: "La décision a suivi ce que la méthode permettait\u{a0}:",
        .decisionNotFollowed: "La décision est allée au-delà de ce que la méthode permettait\u{a0}:",
        .remarkFollowedDifference: "«\u{a0}{0}\u{a0}» s’était montrée meilleure.",
        .remarkKeptControl: "aucune autre variante ne s’était montrée meilleure, «\u{a0}{0}\u{a0}» reste donc.",
        .remarkNotShown:
            "«\u{a0}{0}\u{a0}» ne s’était pas montrée meilleure (verdict d’alors\u{a0}: {1})\u{202f}; elle a "
            + "été choisie pour d’autres raisons.",
        .remarkShownWorse: "«\u{a0}{0}\u{a0}» s’était montrée moins bonne.",
        .remarkPassedOver:
            "«\u{a0}{1}\u{a0}» s’était montrée meilleure que «\u{a0}{0}\u{a0}», choisie pour d’autres "
            + "raisons.",
        .leading: "L’indicateur directeur du programme",
        .leadingMet: "Atteint\u{a0}: {0}.",
        .leadingNotMet: "Non atteint\u{a0}: {0}.",
        .leadingNotEnough: "Données insuffisantes\u{a0}: {0}.",
        .leadingHint:
            "Cela porte sur tout le programme, avant et maintenant\u{202f}; l’expérience distingue les "
            + "variantes.",
        .leadReached:
            "La valeur {0} atteint l’objectif {1}, et son intervalle est nettement au-delà de la valeur de "
            + "départ {2}.",
        .leadMissed: "La valeur {0} n’atteint pas l’objectif {1}, son intervalle non plus.",
        .leadUnclear: "L’intervalle de {0} à {1} ne prouve ni n’exclut l’objectif {2}.",
        .leadFew: "Il repose sur {0}, moins de {1}.",
        .leadNoBaseline: "Aucune valeur de départ n’est déclarée\u{202f}; il n’y a rien à quoi comparer.",
        .leadUndefined: "Le chiffre n’est pas encore défini.",
        .value: "Valeur",
        .interval: "Intervalle à 95\u{a0}%",
        .intervalRange: "de {0} à {1}",
        .baseline: "Valeur de départ",
        .goal: "Objectif",
        .hopedFor: "Espéré",
        .restsOn: "Repose sur",
        .lowerIsBetter: "moins, c’est mieux",
        .higherIsBetter: "plus, c’est mieux",
        .better: "Sens",
        .leadTitle: "{0}\u{a0}: valeur avec son intervalle à 95\u{a0}%, face au départ",
        .notes: "Comme noté sur le moment",
        .notesHint:
            "Ce qui se voyait a été noté chaque jour. Les faits ultérieurs ne changent pas ces "
            + "lignes\u{202f}; ils changent les jours ci-dessus.",
        .methodHint: "La façon de lire cette page est décrite dans docs/experiments.md.",
    ]
}
