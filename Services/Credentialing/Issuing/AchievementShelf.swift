import Contracts
import OpenBadges
import Programmes
import Synchronization

/// Achievements as they were written for the credentials before: one a pathway, version and key.
final class AchievementShelf: Sendable {
    private struct Key: Hashable {
        let programme: String
        let version: Int64
        let pathway: String
        let achievement: String
    }

    private struct Entry {
        let pathway: Pathway
        let achievement: SharedPart<BadgeAchievement>
    }

    /// More than are asked for at a time; whoever asks for others makes room.
    private static let limit = 256

    private let entries = Mutex<[Key: Entry]>([:])

    /// The achievement that a credential is of, written as it is asked for first.
    ///
    /// - Parameters:
    ///   - credential: whose achievement.
    ///   - pathway: what the programme says; the same achievement said in another way is written anew.
    ///   - make: says what is achieved.
    func achievement(
        of credential: Credential, _ pathway: Pathway, _ make: () -> BadgeAchievement
    ) -> SharedPart<BadgeAchievement> {
        let key = Key(
            programme: credential.programme, version: credential.programmeVersion, pathway: credential.pathway,
            achievement: credential.achievement)
        if let entry = entries.withLock({ $0[key] }), entry.pathway == pathway { return entry.achievement }
        let achievement = SharedPart(make())
        entries.withLock { entries in
            if entries.count >= AchievementShelf.limit { entries.removeAll() }
            entries[key] = Entry(pathway: pathway, achievement: achievement)
        }
        return achievement
    }
}
