package rw.ishemalink.local.fuzz;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import rw.ishemalink.local.openapi.ApiDocument;
import rw.ishemalink.local.openapi.ApiRequest;
import rw.ishemalink.local.openapi.Crooked;
import rw.ishemalink.local.openapi.Known;
import rw.ishemalink.local.openapi.Operation;
import rw.ishemalink.local.openapi.Requests;

/**
 * Makes the requests. Each has a random of its own, from the seed and its number; only which ids were seen and who was let
 * in before depends on the run. One thread uses it.
 */
final class Shots {

    private static final int VALID_OF_TEN = 3;
    private static final int WITHOUT_TOKEN_OF_TWENTY = 1;
    private static final int WELCOME_OF_TEN = 8;
    private static final List<String> NO_TOKENS =
            List.of("Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "bearer null", "Bearer " + "x".repeat(3_000));

    /** What closes the suite or throws its people out: sent by those only who may not, or nothing else would be tried. */
    private static final Set<String> ENDS_THE_GAME = Set.of(
            "PUT /api/ops/maintenance",
            "PUT /api/auth/people/{personId}/block",
            "DELETE /api/auth/people/{personId}/sessions",
            "POST /api/auth/tenants/{tenant}/close");

    private static final Set<String> WHO_MAY = Set.of("ADMINISTRATOR", "TENANT_ADMIN");

    /** An endpoint with the document that describes it. */
    private record Target(ApiDocument document, Operation operation) {}

    private final long seed;
    private final List<Target> targets;
    private final Known known;
    private final Map<String, Set<String>> welcome = new HashMap<>();

    Shots(long seed, Map<String, ApiDocument> documents, Known known) {
        this.seed = seed;
        this.known = known;
        this.targets = documents.values().stream()
                .flatMap(document -> document.operations().stream().map(one -> new Target(document, one)))
                .toList();
    }

    int countOperations() {
        return targets.size();
    }

    /** That request, sent by one of those. */
    Shot get(long number, List<Sender> senders) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Target target = targets.get((int) (number % targets.size()));
        Sender sender = sender(target.operation(), mayPlay(target.operation(), senders), random);
        Requests requests = new Requests(target.document(), () -> new UUID(random.nextLong(), random.nextLong()));
        ApiRequest valid = requests.valid(target.operation(), random, known);
        ApiRequest sent = random.nextInt(10) < VALID_OF_TEN ? valid : new Crooked(random).bend(valid);
        return new Shot(number, sender.name(), authorization(random, sender), sent);
    }

    private static List<Sender> mayPlay(Operation operation, List<Sender> senders) {
        return ENDS_THE_GAME.contains(operation.key())
                ? senders.stream().filter(one -> !WHO_MAY.contains(one.name())).toList()
                : senders;
    }

    /** Whoever was let in once comes more often: behind a 403 nothing is tried. */
    private Sender sender(Operation operation, List<Sender> senders, SplittableRandom random) {
        Set<String> names = welcome.getOrDefault(operation.key(), Set.of());
        List<Sender> known =
                senders.stream().filter(one -> names.contains(one.name())).toList();
        return known.isEmpty() || random.nextInt(10) >= WELCOME_OF_TEN
                ? senders.get(random.nextInt(senders.size()))
                : known.get(random.nextInt(known.size()));
    }

    /** Takes how somebody was met. */
    void note(Shot shot, int status) {
        if (status != 401 && status != 403) {
            welcome.computeIfAbsent(shot.request().operation().key(), _ -> new HashSet<>())
                    .add(shot.sender());
        }
    }

    private static Optional<String> authorization(SplittableRandom random, Sender sender) {
        if (random.nextInt(20) < WITHOUT_TOKEN_OF_TWENTY) {
            return random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(NO_TOKENS.get(random.nextInt(NO_TOKENS.size())));
        }
        return Optional.of("Bearer " + sender.token());
    }
}
