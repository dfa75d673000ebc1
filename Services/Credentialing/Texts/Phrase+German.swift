extension Phrase {
    /// The words in German.
    static let german: [Phrase: String] = [
        .certifies: "{0} bescheinigt",
        .validSince: "Gültig seit {0}.",
        .lapsedOn: "Abgelaufen am {0}: Die Laufzeit ist vorbei.",
        .suspendedSince: "Ausgesetzt seit {0}, bis {1}.",
        .revokedOn: "Widerrufen am {0}.",
        .checkedAt: "Geprüft am {0}.",
        .about: "Angaben",
        .issuer: "Aussteller",
        .issuerID: "Kennung des Ausstellers",
        .client: "Auftraggeber",
        .coIssuers: "Gemeinsam ausgestellt mit",
        .awarded: "Verliehen",
        .validFrom: "Gültig ab",
        .validUntil: "Gültig bis",
        .courseHours: "Kursstunden",
        .field: "Gebiet",
        .code: "Kürzel",
        .version: "Fassung der Definition",
        .credentialID: "Kennung des Nachweises",
        .criteria: "Was zu leisten war",
        .results: "Ergebnisse",
        .atLeast: "(mindestens {0})",
        .evidence: "Belege",
        .alignments: "Entspricht",
        .verification: "Prüfung",
        .verifyNow: "Jetzt prüfen",
        .checkForm: "Form",
        .checkContext: "Kontexte",
        .checkStructure: "Aufbau",
        .checkKey: "Schlüssel",
        .checkSignature: "Signatur",
        .checkDates: "Zeitraum",
        .checkStatus: "Status",
        .verdictValid: "gültig",
        .verdictInvalid: "ungültig",
        .verdictUnknown: "unbekannt",
        .verdictSuspended: "echt und nicht widerrufen, aber ausgesetzt",
        .passed: "bestanden",
        .failed: "nicht bestanden",
        .unknown: "unbekannt",
        .holderHashed:
            "Die Inhaberin oder der Inhaber steht nur als gesalzener Hashwert darin; wer den Namen kennt, kann "
            + "ihn prüfen.",
        .badgeAlt: "Abzeichen: {0}, von {1}",
        .badgeDownload: "Abzeichen mit dem Nachweis darin",
        .onlyYou: "Nur Sie sehen diese Seite: Der Nachweis ist nicht freigegeben.",
        .myCredentials: "Meine Nachweise",
        .myIntroduction:
            "Sie gehören Ihnen. Niemand sieht einen davon, bevor Sie ihn freigeben, und das können Sie jederzeit "
            + "zurücknehmen.",
        .noCredentials: "Hier ist kein Nachweis von Ihnen.",
        .isPrivate: "Privat: Nur Sie sehen ihn.",
        .isShared: "Freigegeben: Wer die Adresse hat, sieht ihn.",
        .share: "Freigeben",
        .unshare: "Freigabe beenden",
        .openPage: "Seite ansehen",
        .releaseEvidence: "Auch die Belege zeigen",
        .withholdEvidence: "Belege nicht zeigen",
        .listing: "Öffentliche Anerkennung",
        .listingConsent:
            "Sie können auf einer öffentlichen Liste von Menschen mit diesem Nachweis genannt werden. Ob Sie "
            + "darauf stehen, ändert sonst nichts. Ich stimme zu, dass der Name unten mit diesem Nachweis "
            + "veröffentlicht wird, bis ich es zurücknehme.",
        .listingName: "Name, der gezeigt wird",
        .list: "Ich stimme zu",
        .listedAs: "Genannt als {0}.",
        .unlist: "Von der Liste nehmen",
        .seeList: "Die öffentliche Liste",
        .downloads: "Mitnehmen",
        .addToLinkedIn: "Zu LinkedIn hinzufügen",
        .exportAll: "Alles in einer Datei mitnehmen",
        .exportHint:
            "Die Datei enthält jeden Nachweis mit seinen Bildern und die Schlüssel, mit denen er sich ohne uns "
            + "prüfen lässt.",
        .outside: "Nachweise anderer, die wir anerkannt haben",
        .recognisedFor: "Anerkannt für {0} am {1}",
        .leave: "Auf diesem Gerät abmelden",
        .left: "Sie sind abgemeldet.",
        .linkNeeded:
            "Diese Seite öffnet sich mit Ihrem persönlichen Link. Wenn er nicht mehr gilt, bitten Sie um einen "
            + "neuen.",
        .open: "Meine Nachweise öffnen",
        .stillWorking: "Ihr Wunsch ist aufgenommen und wird gleich ausgeführt.",
        .nameNeeded: "Geben Sie den Namen an, der gezeigt wird.",
        .systems: "Systeme, die sie lesen dürfen",
        .systemsHint: "Sie haben es erlaubt. Was sie kopiert haben, bleibt bei ihnen.",
        .accessEnd: "Beenden",
        .recognition: "Menschen, die zeigen, was sie können",
        .recognitionHint: "Alle hier wollten genannt werden. Wer nicht darauf steht, über den sagt das nichts.",
        .recognitionEmpty: "Noch steht niemand darauf.",
        .accessTitle: "Darf {0} Ihre Nachweise sehen?",
        .accessAsks: "{0} bittet Sie um die Erlaubnis:",
        .accessReadCredentials: "alle Ihre Nachweise mit Ergebnissen und Daten zu sehen und Kopien davon zu behalten",
        .accessReadProfile:
            "die Kennung zu sehen, unter der Guildhall Sie dort kennt; keinen Namen und keine Anschrift",
        .accessEnds:
            "Sonst bekommt dadurch niemand etwas. Die Erlaubnis endet nach 90 Tagen ohne Nutzung, oder sobald "
            + "{0} oder Sie sie beenden. Ein Nein ändert hier nichts für Sie.",
        .accessAllow: "Ja, {0} darf das",
        .accessDeny: "Nein",
        .accessAnswer: "Die Antwort geht an {0}.",
        .accessOpenFirst: "Öffnen Sie zuerst Ihre Nachweise",
        .accessOpenFirstHint:
            "Folgen Sie dem Link zu Ihren Nachweisen, den Sie bekommen haben, und kommen Sie dann zu dieser "
            + "Seite zurück.",
        .accessStopped: "Hier geht es nicht weiter",
        .accessUnregistered: "Das System, das Sie hierher geschickt hat, ist nicht registriert.",
        .accessWrongAddress:
            "Das System, das Sie hierher geschickt hat, will die Antwort an eine Adresse, die nicht "
            + "registriert ist.",
        .accessStale: "Dieses Formular ist nicht das, das Ihnen gezeigt wurde. Beginnen Sie von vorn.",
    ]
}
