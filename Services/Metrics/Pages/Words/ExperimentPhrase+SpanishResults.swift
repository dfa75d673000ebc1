extension ExperimentPhrase {
    /// The words in Spanish about results.
    static let spanishResults: [ExperimentPhrase: String] = [
        .seen: "Qué se observó",
        .variant: "Variante",
        .weight: "Peso",
        .planned: "Previstos",
        .assigned: "Sorteados",
        .exposed: "La encontraron",
        .crossed: "Cruzados",
        .matured: "Plazo terminado",
        .seenHint:
            "Sorteados: la variante que les tocó al ser invitados. La encontraron: quienes recibieron algo "
            + "que la sigue, como una invitación. Cruzados: quienes encontraron otra variante que la sorteada, "
            + "por ejemplo porque dos identidades resultaron ser una persona. Plazo terminado: aquellos cuyo "
            + "plazo para el resultado principal ha terminado; solo estos se comparan.",
        .ratioFine:
            "Las variantes se llenaron como estaba previsto (p\u{a0}{0}; por debajo de {1} no se puede "
            + "concluir nada).",
        .ratioFails:
            "Las variantes no se llenaron como estaba previsto (p\u{a0}{0}, por debajo de {1}). Algo falla "
            + "en el sorteo o en el registro, así que no se puede concluir nada.",
        .ratioNone: "Aún no se puede decir si las variantes se llenan como estaba previsto.",
        .smallVariant: "«{0}» tiene {1} por ahora, menos de {2}: léase cada número con cautela.",
        .kpiTimeToFill: "tiempo de cobertura",
        .kpiFirstWeekErrors: "errores de la primera semana",
        .kpiIncidents: "incidentes",
        .kpiParticipation: "participación",
        .kpiCompletion: "finalización",
        .kpiQualityDelta: "calidad",
        .kpiRehire: "recontratación",
        .kpiClearance: "habilitación a tiempo",
        .comparison: "La comparación: {0}",
        .otherFigure: "Otra cifra: {0}",
        .otherFigures: "Las otras cifras",
        .otherFiguresHint:
            "No deciden nada. Entre varias cifras es fácil que una parezca buena por azar; por eso cada "
            + "valor p se muestra también corregido por todas.",
        .saidParticipation: "Con «{0}» participó el {1}; con «{2}», el {3}:",
        .saidCompletion: "Con «{0}» obtuvo la credencial el {1}; con «{2}», el {3}:",
        .saidClearance: "Con «{0}» quedó habilitado a tiempo el {1}; con «{2}», el {3}:",
        .saidRehire: "Con «{0}» volvió el {1}; con «{2}», el {3}:",
        .saidOther: "Con «{0}» la media ({4}) fue {1}; con «{2}», {3}:",
        .saidNothing: "Aún no hay nada que comparar.",
        .more: "{0} más (de {1} a {2}).",
        .less: "{0} menos (de {1} a {2}).",
        .moreAlone: "{0} más.",
        .lessAlone: "{0} menos.",
        .alwaysValid: "Con este método, mirar cada día no provoca falsas alarmas; p\u{a0}{0}.",
        .noLookCounted: "Ninguna mirada ha contado aún, así que no hay valor p.",
        .shownEarlier:
            "Se mostró un día anterior, y eso vale; el intervalo de este día por sí solo incluye también la "
            + "ausencia de diferencia.",
        .adjustedP: "Corregido por todas las comparaciones: p\u{a0}{0}.",
        .floorMet: "Ambos grupos tienen los {0} que una mirada necesita.",
        .floorMissed:
            "El grupo menor tiene {0} de los {1} que una mirada necesita: los números se muestran y no "
            + "deciden nada.",
        .powerChance:
            "Con los números de este día, una diferencia de {0} se encontraría con una probabilidad del {1}.",
        .powerDetectable: "Cuatro de cada cinco veces, solo se encontraría una diferencia de {0} o más.",
        .powerNeeded: "Para encontrar {0} cuatro de cada cinco veces, cada variante necesita {1}.",
        .powerUnknown: "Aún no se puede decir qué se encontraría con estos números.",
        .method: "Método",
        .inPoints: "{0} puntos",
        .inIncidents: "{0} incidentes",
        .inIncidentsPerDay: "{0} incidentes por día trabajado",
        .inDays: "{0} días",
        .unitPoints: "puntos porcentuales",
        .unitIncidents: "incidentes",
        .unitIncidentsPerDay: "incidentes por día trabajado",
        .unitDays: "días",
        .chartDifference: "{0}: diferencia respecto de «{1}», en {2}",
        .chartRow: "{0}: {1}, de {2} a {3}.",
        .chartRowNone: "{0}: sin estimación todavía.",
        .noDifference: "sin diferencia",
        .betterRight:
            "A la derecha es mejor. La línea abarca los valores compatibles con los datos, por mucho que se "
            + "mire.",
        .betterLeft:
            "A la izquierda es mejor. La línea abarca los valores compatibles con los datos, por mucho que "
            + "se mire.",
        .comparisonTable: "{0}: los números",
        .unitsOfVariant: "Su número",
        .unitsOfControl: "Número del control",
        .valueOfVariant: "Su valor",
        .valueOfControl: "Valor del control",
        .difference: "Diferencia",
        .lower: "De",
        .upper: "A",
        .rawP: "p, sin corregir",
        .holmP: "p, corregido (Holm)",
        .benjaminiHochbergP: "p, corregido (Benjamini–Hochberg)",
        .power: "Potencia",
        .floor: "Mínimo",
        .floorYes: "{0}: alcanzado",
        .floorNo: "{0}: no alcanzado",
        .beforeSection: "Con valores anteriores",
        .adjustedHint:
            "Lo que se sabía de cada persona antes de encontrar la variante sirve para descontar diferencias "
            + "ajenas a ella. Tampoco decide; vale si se mira una sola vez.",
        .figure: "Cifra",
        .reduction: "Dispersión descontada",
        .withValue: "Con valor anterior",
        .partOf: "{0} de {1}",
        .once: "Como si se hubiera mirado una sola vez",
        .onceHint:
            "Son las pruebas habituales. Solo valen para quien mira una única vez, un día fijado de "
            + "antemano. Quien mira más a menudo se atiene a la comparación de arriba: estas no deciden nada.",
        .measure: "Medida",
        .measureSuperiority: "probabilidad del valor mayor",
        .measureDifference: "diferencia",
        .estimate: "Estimación",
        .looks: "Día a día",
        .looksOf: "Día a día: «{0}»",
        .looksHint:
            "La banda abarca los valores compatibles con los datos, para todos los días juntos. Los puntos "
            + "vacíos son días que no cuentan; la tabla dice por qué.",
        .looksNone: "Aún no hay ningún día con valores.",
        .looksTitle: "«{0}» frente a «{1}», día a día: diferencia en {2}",
        .looksDescription: "Días que cuentan: {0} de {1}. El último, {2}: {3}.",
        .pTitle: "El valor p de «{0}», día a día",
        .pDescription:
            "El menor valor p de los días que contaron; cada paso es diez veces menor. El último día: {0}.",
        .pThreshold: "{0}: por debajo, una diferencia",
        .day: "Día",
        .met: "Encontraron",
        .counts: "Cuenta",
        .yes: "sí",
        .excludedBelowFloor: "no: el grupo menor tiene {0} de {1}",
        .excludedRatio: "no: las variantes se habían llenado de otro modo que el previsto (p\u{a0}{0})",
        .excludedRare: "no: el resultado más raro ocurrió {0} veces, de al menos {1}",
        .excludedNoVariance: "no: los valores no varían",
        .survival: "Tiempo hasta el siguiente encargo",
        .survivalHint:
            "La parte que no había vuelto, según los días desde el final de un encargo. Quien aún puede "
            + "volver cuenta mientras se sabe.",
        .survivalTitle: "Parte que no ha vuelto, por días desde el final",
        .survivalDescription: "{0}: volvieron {1} de {2}.",
        .daysSinceEnd: "Días desde el final",
        .atRisk: "Aún contados",
        .events: "Volvieron",
        .survivalShare: "No han vuelto",
        .standardError: "Error estándar",
        .survivalTest:
            "«{0}» frente al control: p\u{a0}{1} (prueba de rango logarítmico, como si se mirara una vez; no "
            + "decide nada).",
        .medianDays: "«{0}»: la mitad volvió en {1} días.",
        .guardrails: "Lo que no debe empeorar",
        .guardrailsHint:
            "Diga lo que diga la cifra principal, una variante se detiene el primer día en que es con "
            + "seguridad peor que el control en más del límite. Desde entonces se da el control.",
        .guardrailsNone: "No se declaró ningún límite.",
        .guardOptOut: "baja posterior",
        .guardComplaints: "incidentes comunicados",
        .guardInequality: "brecha entre grupos lingüísticos",
        .guardTitle: "{0}: como mucho {1} peor",
        .guardLanguage: "{0} (grupo lingüístico: {1})",
        .worseBy: "Peor en",
        .state: "Estado",
        .stoppedOn: "detenida el {0}",
        .holds: "no rebasado",
        .limitMark: "límite",
        .harmTitle: "{0}: cuánto peor es una variante, en puntos porcentuales",
        .harmHint: "A la derecha es peor.",
        .limits: "Qué no se puede concluir",
        .limitPremature: "Que una variante sea mejor que otra. Los números se muestran para no ocultar nada.",
        .limitEquality: "Que las variantes sean iguales: una diferencia menor pudo pasar inadvertida.",
        .limitExact:
            "Que la diferencia sea exactamente la estimada: todos los valores del intervalo son compatibles "
            + "con los datos.",
        .limitSecondary:
            "Que una variante sea mejor porque otra cifra parezca buena: el experimento no se planeó para "
            + "eso.",
        .limitGroups: "Que valga para cada grupo de personas o para cada persona por separado.",
        .limitOthers: "Que valga para personas, puestos o temporadas que no participaron.",
        .limitCrossed:
            "Que todos encontraran la variante sorteada: los cruzados cuentan en la que encontraron primero.",
        .decision: "Qué se decidió",
        .decisionNone: "No consta ninguna decisión.",
        .decidedVariant: "Variante elegida",
        .decidedOn: "Decidido el",
        .defaultFrom: "Vigente desde",
        .decidedBy: "Por",
        .decidedBecause: "Motivo dado",
        .allowedThen: "Qué se podía concluir ese día",
        .inForce: "{0} (en vigor)",
        .notYetInForce: "{0} (aún no en vigor)",
        .decisionFollowed: "La decisión siguió lo que el método permitía:",
        .decisionNotFollowed: "La decisión fue más allá de lo que el método permitía:",
        .remarkFollowedDifference: "«{0}» se había mostrado mejor.",
        .remarkKeptControl: "ninguna otra variante se había mostrado mejor, así que se mantiene «{0}».",
        .remarkNotShown: "«{0}» no se había mostrado mejor (veredicto entonces: {1}); se eligió por otros motivos.",
        .remarkShownWorse: "«{0}» se había mostrado peor.",
        .remarkPassedOver: "«{1}» se había mostrado mejor que «{0}», que se eligió por otros motivos.",
        .leading: "El indicador principal del programa",
        .leadingMet: "Cumplido: {0}.",
        .leadingNotMet: "No cumplido: {0}.",
        .leadingNotEnough: "Datos insuficientes: {0}.",
        .leadingHint: "Esto trata de todo el programa, antes y ahora; el experimento distingue las variantes.",
        .leadReached:
            "El valor {0} alcanza la meta {1} y su intervalo queda claramente más allá del valor de partida "
            + "{2}.",
        .leadMissed: "El valor {0} no alcanza la meta {1}, y su intervalo tampoco.",
        .leadUnclear: "El intervalo de {0} a {1} ni prueba ni excluye la meta {2}.",
        .leadFew: "Se basa en {0}, menos de {1}.",
        .leadNoBaseline: "No se ha declarado un valor de partida, así que no hay con qué comparar.",
        .leadUndefined: "La cifra aún no está definida.",
        .value: "Valor",
        .interval: "Intervalo del 95\u{a0}%",
        .intervalRange: "de {0} a {1}",
        .baseline: "Valor de partida",
        .goal: "Meta",
        .hopedFor: "Se espera",
        .restsOn: "Se basa en",
        .lowerIsBetter: "menos es mejor",
        .higherIsBetter: "más es mejor",
        .better: "Sentido",
        .leadTitle: "{0}: valor con su intervalo del 95\u{a0}%, frente al de partida",
        .notes: "Como se anotó en su momento",
        .notesHint:
            "Lo que se veía se anotó cada día. Los hechos posteriores no cambian estas líneas; cambian los "
            + "días de arriba.",
        .methodHint: "Cómo leer esta página se explica en docs/experiments.md.",
    ]
}
