package rw.ishemalink.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.caller.RememberedTokens;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/**
 * How many tokens a second the door checks on two threads: ones that it has never seen (ES256) and ones that it knows.
 * Prints figures. Run it with {@code -Dtest=TokenCheckBenchmark -Dbenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class TokenCheckBenchmark {

    private static final int THREADS = 2;
    private static final int TOKENS = 20_000;
    private static final int ROUNDS = 3;

    @Inject
    JWTParser parser;

    @Inject
    RememberedTokens remembered;

    @Test
    void checks_a_second() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> tokens = IntStream.range(0, TOKENS)
                    .parallel()
                    .mapToObj(_ -> TestToken.of(Role.SENDER).sign())
                    .toList();
            measure("never seen", tokens, 1);
            List<String> few = tokens.subList(TOKENS - 5_000, TOKENS);
            measure("again", few, 1);
            measure("known", few, 100);
        }
        assertThat(remembered.find("nonsense")).isEmpty();
    }

    private void measure(String what, List<String> tokens, int times) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> parts = IntStream.range(0, THREADS)
                    .mapToObj(part -> threads.submit(() -> check(tokens, part, times)))
                    .toList();
            int checked = 0;
            for (Future<Integer> part : parts) {
                checked += part.get();
            }
            System.out.printf(
                    "%s: %,.0f a second on %d threads%n", what, checked / ((System.nanoTime() - begin) / 1e9), THREADS);
        }
    }

    private int check(List<String> tokens, int part, int times) throws ParseException {
        int checked = 0;
        for (int time = 0; time < times; time++) {
            for (int i = part; i < tokens.size(); i += THREADS) {
                if (remembered.find(tokens.get(i)).isEmpty()) {
                    assertThat(parser.parse(tokens.get(i)).getSubject()).isNotEmpty();
                }
                checked++;
            }
        }
        return checked;
    }
}
