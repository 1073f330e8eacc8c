package rw.ishemalink.kit.testing.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.Visitor.Kind;
import rw.ishemalink.schemas.identity.KycLevel;

/** Everybody who comes by, in the order in which they come: those who may do least first. */
final class Visitors {

    private static final List<Role> OF_AN_OPERATOR = List.of(Role.OPERATOR, Role.DISPATCHER);

    private final Function<TestToken, String> signature;
    private final String otherTenant;

    Visitors(Function<TestToken, String> signature, String otherTenant) {
        this.signature = signature;
        this.otherTenant = otherTenant;
    }

    /** All but owners. */
    List<Visitor> others(Seeded seeded) {
        List<Visitor> all = new ArrayList<>(nobodies(seeded));
        for (Role role : Role.values()) {
            all.add(member(Kind.OTHER_TENANT, role, otherTenant, UUID.randomUUID()));
        }
        for (Role role : OF_AN_OPERATOR) {
            all.add(member(Kind.OTHER_OPERATOR, role, seeded.tenant(), UUID.randomUUID()));
        }
        all.addAll(strangers(seeded));
        return all;
    }

    /** Whose rows they are, by that name. */
    Visitor owner(String name, Seeded seeded) {
        TestToken token = Objects.requireNonNull(seeded.owners().get(name), name);
        return new Visitor(Kind.OWNER, name, Optional.empty(), Optional.of(signature.apply(token)));
    }

    /** Each role of our tenant, without a part in anything; the dispatcher is the tenant's. */
    List<Visitor> strangers(Seeded seeded) {
        return Arrays.stream(Role.values())
                .map(role -> member(Kind.STRANGER, role, seeded.tenant(), seeded.operatorId()))
                .toList();
    }

    private List<Visitor> nobodies(Seeded seeded) {
        return List.of(
                nobody("no token", null),
                nobody("garbage", "not.a.token"),
                nobody("expired", signature.apply(mighty(seeded).expired())),
                nobody("another key", mighty(seeded).signWithForeignKey()),
                nobody("another issuer", signature.apply(mighty(seeded).issuer("https://elsewhere.example"))));
    }

    private static TestToken mighty(Seeded seeded) {
        return TestToken.of(Role.values()).tenant(seeded.tenant()).operator(seeded.operatorId());
    }

    private static Visitor nobody(String name, @Nullable String token) {
        return new Visitor(Kind.NOBODY, name, Optional.empty(), Optional.ofNullable(token));
    }

    private Visitor member(Kind kind, Role role, String tenant, UUID operatorId) {
        TestToken token = TestToken.of(role).tenant(tenant).kyc(KycLevel.CONFIRMED);
        if (role == Role.OPERATOR || (role == Role.DISPATCHER && kind != Kind.STRANGER)) {
            token.operator(operatorId);
        }
        if (role == Role.GOVERNMENT) {
            token.agency("RURA");
        }
        if (role == Role.SERVICE) {
            token.client("walk", "walk");
        } else {
            token.phone("+25078%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000)));
        }
        return new Visitor(kind, role.name(), Optional.of(role), Optional.of(signature.apply(token)));
    }
}
