import Contracts
import Messaging
import Testing

@testable import IncentivesService

@Suite("Preferred pools")
struct PoolTests {
    @Test("INC-03: a credential opens a place from its award until its expiry")
    func opens() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        let state = try #require(world.emissions.first?.payload as? PoolMembershipState)
        #expect(state.pool == "preferred")
        #expect(state.from == Timestamp.day("2014-04-01"))
        #expect(state.until == Timestamp.day("2015-04-01"))
        #expect(world.announced == ["pool-membership.opened 1"])
    }

    @Test(
        "INC-03: the place ends when the credential lapses or is revoked",
        arguments: [
            CredentialStatus.lapsed, .revoked,
        ])
    func ends(_ status: CredentialStatus) throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        world.tell(try CredentialState.made(100, sequence: 2, status, awarded: "2014-04-01"))
        #expect(world.announced == ["pool-membership.opened 1", "pool-membership.closed 2"])
        let place = try #require(world.rewards.places.values.first)
        #expect(!place.isOpen)
        #expect(place.reason == "credential \(status.rawValue)")
    }

    @Test(
        "INC-03: a re-dated credential moves the place; one that ended before it was heard of has lasted all the same")
    func moves() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        world.tell(try CredentialState.made(100, sequence: 2, awarded: "2014-03-01"))
        #expect(world.rewards.places.values.first?.from == Timestamp.day("2014-03-01"))
        #expect(world.announced == ["pool-membership.opened 1", "pool-membership.opened 2"])
        var late = RewardsWorld()
        late.tell(try CredentialState.made(100, sequence: 2, .lapsed, awarded: "2014-04-01"))
        late.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        #expect(late.announced == ["pool-membership.opened 1", "pool-membership.closed 2"])
    }

    @Test("INC-03: a credential that is revoked before it was heard of opens no place")
    func neverOpened() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, sequence: 2, .revoked, awarded: "2014-04-01"))
        #expect(world.announced.isEmpty)
    }
}
