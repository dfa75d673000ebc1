/// A small programme that passes every check; tests change one thing in it.
enum SampleProgramme {
    static let text = """
        programme: sample
        title: Sample
        delivery: external
        participation: voluntary
        groups: [region]
        pathways:
          - id: AAA
            title: Module AAA
            role: AAA
            pass-mark: 40 %
            credential:
              name: Badge AAA
              description: Its holder passed the coursework.
              criteria: A weighted mean of 40 % or more.
              valid-for: 12 months
            offerings:
              - id: AAA-2013J
                starts: 2013-10-01
                lasts: 268 days
                coursework:
                  - {id: 1752, kind: tutor-marked, weight: 12.5, due: 19}
                  - {id: 1753, kind: tutor-marked, weight: 20, due: 54}
                  - {id: 1757, kind: exam, weight: 100, counts: false}
        rewards:
          pools:
            - {id: returners, title: Returners, ends: with the credential}
          premium: {rate: 5 %, uses: 2, ends: with the credential}
        """

    /// The text with one part of it replaced.
    static func replacing(_ part: String, with other: String) -> String {
        text.replacing(part, with: other)
    }
}
