import Programmes

/// A small programme that Guildhall delivers itself and that passes every check; tests change one thing in it.
enum DeliveredProgramme {
    static let text = """
        programme: here
        title: Here
        description: An hour of learning beside the work.
        delivery: guildhall
        participation: voluntary
        languages: [en, es]
        objectives: [faster ramp-up]
        diagnosis:
          skill: Correct sales
          time: An hour
          means: USD 150 a head
          measure: Errors in the first week
        kpis:
          - {id: completion, objective: faster ramp-up, leading: yes, baseline: 0.4, goal: 0.52, target: 30 % more}
          - {id: time-to-fill, objective: faster ramp-up}
          - {id: rehire, objective: faster ramp-up}
        governance: {owners: [learning, legal], review: 60 days}
        reminders: {every: 24 hours, text: reminder}
        onboarding:
          - role: associate
            clock: {within: 48 hours, warning: 12 hours, from: recording}
            welcome: welcome
            steps:
              - {id: background, kind: verification, title: Background check, owner: operations, check: background}
              - {id: badge, kind: credential, title: The credential, owner: learning, pathway: pos}
              - id: floor
                kind: safety
                title: Safety on the floor
                needs: The unit about exits.
                takes: 10 minutes
                owner: operations
                unit: exits
                mandatory: yes
                basis: {kind: site rule, reference: Handbook 4}
                waived-by: [pos]
            milestones:
              - {when: The task is handed in, amount: USD 12.50}
              - {when: An engagement is started, rate: 5 %}
        pathways:
          - id: pos
            title: Point of sale
            role: associate
            hours: 1
            pass-mark: 70 %
            invitation:
              text: invitation
              link: 20 days
              quote: {en: It helped me., es: Me ayudó., by: A synthetic example}
            credential:
              name: Point of Sale
              description: Its holder records sales correctly.
              criteria: At least 70 % over quiz and task.
              renewal: {opens: 45 days, reminder: 72 hours}
            units:
              - {id: sale, title: A sale, takes: 10 minutes, competency: cash handling, success: The total is right.}
              - {id: exits, title: Exits, takes: 10 minutes, competency: safety, success: Both exits are found.}
              - id: complaint
                title: A complaint
                takes: 10 minutes
                competency: conflict resolution
                success: What is due is said kindly.
                level: advanced
                after: [sale]
                form: simulation
                mobile: no
            assessment:
              quiz:
                draw: 1
                takes: 5 minutes
                pass-mark: 50 %
                weight: 40
                items:
                  - id: change
                    ask: What is the change of 20 for 17?
                    competency: cash handling
                    options: {a: "3", b: "4"}
                    right: a
                  - id: exit
                    ask: Where is an exit?
                    options: {a: At the front, b: At the back, c: Nowhere}
                    right: [a, b]
              practical:
                task: Record five synthetic baskets.
                deliverable: Sales recorded without error
                takes: 20 minutes
                timed: yes
                weight: 60
                stipend: USD 12
                rubric:
                  version: r1
                  criteria:
                    - id: records
                      title: The records
                      weight: 1
                      levels:
                        - {id: wrong, title: Not yet, behaviour: Two records differ., points: 0}
                        - {id: right, title: Right, behaviour: All records agree., points: 2.5, anchors: [work-17]}
              review: {from: 65 %, to: 75 %, takes: 5 minutes}
              attempts: {most: 2, wait: 48 hours, counts: last}
              renewal: [quiz, practical]
            offerings:
              - {id: pos-1, starts: 2024-09-02, lasts: 150 days}
        rewards:
          pools:
            - {id: pool, title: Returners, ends: with the credential}
          premium: {rate: 5 %, uses: 2, ends: with the credential}
          grants:
            - id: grant
              title: Grant for tools
              pathway: pos
              amount: USD 150
              categories: [tools, courses]
              claim-within: 90 days
              line: grants
          stories:
            - {pathway: pos, release: release}
          priorities:
            - {pathway: pos, rehire: yes, briefs: yes}
          tiers:
            - {id: first, title: First look, pool: pool, first-for: 24 hours}
          tax-note: tax-note
        budgets:
          - {line: grants, quarter: 2024-Q3, amount: USD 6000, when-short: refuse}
          - {line: stipends, quarter: 2024-Q3, amount: USD 600}
        experiments:
          - id: pilot
            hypothesis: A clear invitation brings more people to the end.
            salt: here-1
            eligible: Everybody who is invited.
            pathway: pos
            primary: completion
            secondary: [rehire]
            from: 2024-09-01
            until: 2024-12-15
            per-variant: 200
            unit: worker
            namespace: {id: season, from: 0, until: 50}
            within: 45 days
            before: 30 days
            adjust: covariate
            base: 40 %
            smallest-effect: 0.14
            guardrails:
              - {watch: opt-out, margin: 5 %}
              - {watch: inequality, margin: 0.1}
            decision:
              {variant: clear, decided: 2025-01-31, from: 2025-02-01, by: learning, because: More of them finished.}
            variants:
              - {id: plain}
              - {id: clear, weight: 2, texts: {invitation: invitation-clear}, premium: 7 %}
        texts:
          - {id: invitation, version: v1, en: Training is open to you., es: Hay una formación para ti.}
          - {id: invitation-clear, version: v1, en: An hour for 7 % more., es: Una hora por un 7 % más.}
          - {id: opt-in, version: v2, en: I take part., es: Participo.}
          - {id: terms, version: v3, en: You decide when you learn., es: Tú decides cuándo aprendes.}
          - {id: independent-status, version: v4, en: I am independent., es: Soy independiente.}
          - {id: reminder, version: v1, en: Your units wait for you., es: Tus unidades te esperan.}
          - {id: welcome, version: v1, en: Welcome., es: Bienvenida.}
          - {id: clock-warning, version: v1, en: A day is left., es: Queda un día.}
          - {id: clock-breach, version: v1, en: The time is over., es: El tiempo ha terminado.}
          - {id: renewal, version: v1, en: It can be renewed., es: Se puede renovar.}
          - {id: release, version: v1, en: You may decline., es: Puedes rechazarlo.}
          - {id: tax-note, version: v1, en: Premiums are income., es: Las primas son ingresos.}
          - {id: safety-note, version: v1, en: Two exits., es: Dos salidas.}
        """

    /// The text with one part of it replaced.
    static func replacing(_ part: String, with other: String) -> String {
        text.replacing(part, with: other)
    }

    /// What a check finds when one part is replaced.
    static func check(_ part: String, _ other: String) -> ProgrammeCheck {
        ProgrammeReader.check(replacing(part, with: other))
    }
}
