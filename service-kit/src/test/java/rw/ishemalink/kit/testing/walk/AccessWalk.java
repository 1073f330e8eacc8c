package rw.ishemalink.kit.testing.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.local.openapi.ApiDocument;
import rw.ishemalink.local.openapi.ApiRequest;
import rw.ishemalink.local.openapi.Known;
import rw.ishemalink.local.openapi.Operation;
import rw.ishemalink.local.openapi.Requests;

/**
 * Walks every endpoint that the running service describes, as everybody who might come: without a valid token, in each
 * role of another tenant, on the staff of another operator, in each role of our tenant without a part in anything, and as
 * those whose rows they are. What must never be fails; how each was met is {@code docs/access/<service>.md}, which
 * {@code -Dfreeze} writes and which must otherwise not differ. New endpoints are walked without a word here.
 */
public final class AccessWalk {

    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    private final String service;
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, Set<Role>> acrossTenants = new HashMap<>();
    private final Map<String, Set<Role>> forStrangers = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private Supplier<Seeded> seeds = Seeded::nothing;
    private String otherTenant = "another-tenant";
    private Function<TestToken, String> signature = TestToken::sign;

    private AccessWalk(String service) {
        this.service = service;
        acrossTenants(
                "GET /api/privacy/services/{service}/keys",
                "Names of the service's keys, which are the platform's and the same for all tenants.",
                Role.PLATFORM_ADMIN);
    }

    /** A walk through that service. */
    public static AccessWalk of(String service) {
        return new AccessWalk(service);
    }

    /** Rows to try: once for all questions, anew for each endpoint that may change them and for owners if one did. */
    public AccessWalk seeded(Supplier<Seeded> rows) {
        this.seeds = rows;
        return this;
    }

    /** Who signs, where it is not the test's own key. */
    public AccessWalk signedBy(Function<TestToken, String> signer) {
        this.signature = signer;
        return this;
    }

    /** Whose members come as another tenant's, where a tenant must be one that is known. */
    public AccessWalk otherTenant(String tenant) {
        this.otherTenant = tenant;
        return this;
    }

    /** An endpoint that needs no token, and why. There is no other. */
    public AccessWalk open(String endpoint, String why) {
        open.put(endpoint, why);
        return this;
    }

    /** Who may do this on what another tenant has, and why: the law, or it takes nothing from the other tenant. */
    public AccessWalk acrossTenants(String endpoint, String why, Role... roles) {
        assertThat(why).isNotBlank();
        acrossTenants.put(endpoint, roles.length == 0 ? EnumSet.allOf(Role.class) : Set.of(roles));
        return this;
    }

    /** Who may do this on what is another person's or operator's of the same tenant, and why. */
    public AccessWalk forStrangers(String endpoint, String why, Role... roles) {
        assertThat(why).isNotBlank();
        forStrangers.put(endpoint, roles.length == 0 ? EnumSet.allOf(Role.class) : Set.of(roles));
        return this;
    }

    /** A body that is right where no schema can say what is; {@code ${bookingId}} is a real one, {@code ${new}} a new id. */
    public AccessWalk body(String endpoint, String json) {
        bodies.put(endpoint, json);
        return this;
    }

    /** Walks. */
    public void walk() {
        try (Walker walker = new Walker(URI.create(RestAssured.baseURI + ":" + RestAssured.port))) {
            ApiDocument document = ApiDocument.of(walker.document());
            List<Visit> visits = new ArrayList<>();
            Round round = new Round(walker, new Requests(document, UUID::randomUUID));
            document.operations().stream().filter(Operation::isSafe).forEach(one -> visits.addAll(round.walk(one)));
            document.operations().stream().filter(one -> !one.isSafe()).forEach(one -> visits.addAll(round.walk(one)));
            AccessTable table = new AccessTable(service, open, visits);
            table.freeze();
            List<String> breaches = new AccessRules(open.keySet(), acrossTenants, forStrangers)
                    .breaches(document, visits, round.marks());
            assertThat(breaches).as("breaches of who may do what").isEmpty();
            table.check();
        }
    }

    /** One walk's requests. */
    private final class Round {

        private final Walker walker;
        private final Requests requests;
        private final List<String> marks = new ArrayList<>();
        private Optional<Seeded> lasting = Optional.empty();

        Round(Walker walker, Requests requests) {
            this.walker = walker;
            this.requests = requests;
        }

        List<String> marks() {
            return List.copyOf(marks);
        }

        List<Visit> walk(Operation operation) {
            Seeded seeded = rows(operation);
            Visitors visitors = new Visitors(signature, otherTenant);
            List<Visit> visits = new ArrayList<>();
            for (Visitor visitor : visitors.others(seeded)) {
                visits.add(visit(operation, visitor, seeded));
            }
            for (String owner : new TreeSet<>(seeded.owners().keySet())) {
                Seeded own = mayHaveChanged(operation, visits) ? rows(operation) : seeded;
                visits.add(visit(operation, visitors.owner(owner, own), own));
            }
            if (!operation.namesInPath().isEmpty()) {
                for (Visitor stranger : visitors.strangers(seeded)) {
                    Visit onNothing = walker.visit(stranger, request(operation, Known.NOTHING));
                    assertThat(onNothing.status()).as(onNothing.toString()).isLessThan(500);
                }
            }
            return visits;
        }

        /** An owner whose login somebody ended a moment ago would be met so or so. */
        private boolean mayHaveChanged(Operation operation, List<Visit> visits) {
            return !operation.isSafe()
                    && visits.stream()
                            .anyMatch(one ->
                                    one.outcome() == Outcome.IN && one.request().real());
        }

        private Visit visit(Operation operation, Visitor visitor, Seeded seeded) {
            return walker.visit(visitor, request(operation, name -> known(operation, seeded, name)));
        }

        private Seeded rows(Operation operation) {
            Seeded seeded = operation.isSafe() && lasting.isPresent() ? lasting.get() : seeds.get();
            if (operation.isSafe()) {
                lasting = Optional.of(seeded);
            }
            seeded.marks().filter(mark -> !marks.contains(mark)).forEach(marks::add);
            return seeded;
        }

        /** The same choices for each visitor, so that only the visitor makes a difference. */
        private ApiRequest request(Operation operation, Known known) {
            SplittableRandom choices = new SplittableRandom(operation.key().hashCode());
            ApiRequest made = operation.isSafe()
                    ? requests.plain(operation, choices, known)
                    : requests.valid(operation, choices, known);
            return Optional.ofNullable(bodies.get(operation.key()))
                    .map(body -> made.withJson(filledIn(body, known)))
                    .orElse(made);
        }
    }

    private static String filledIn(String body, Known known) {
        return NAME.matcher(body).replaceAll(name -> known.find(name.group(1))
                .orElseGet(() -> UUID.randomUUID().toString()));
    }

    private Optional<String> known(Operation operation, Seeded seeded, String name) {
        return name.equals("service") ? Optional.of(service) : seeded(operation, seeded, name);
    }

    private static Optional<String> seeded(Operation operation, Seeded seeded, String name) {
        return Optional.ofNullable(seeded.ids().get(operation.key() + "#" + name))
                .or(() -> Optional.ofNullable(seeded.ids().get(name)));
    }
}
