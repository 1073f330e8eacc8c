package rw.ishemalink.analytics.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the suite may do is never an alarm, in whatever order the topics are read; one broken rule is one alarm. */
class RandomHistoriesTest {

    private static final int HISTORIES = 1_000;
    private static final List<LawRule> RULES = List.of(LawRule.values());

    @Test
    void a_thousand_legal_histories_are_0_violations(@TempDir Path stateDir) {
        Random random = new Random(20_261_121);
        try (Checker checker = new Checker(stateDir)) {
            checker.hearShuffled(legal(HISTORIES, random), random);
            assertThat(checker.violations()).isEmpty();
            checker.longSilence();
            assertThat(checker.violations()).isEmpty();
            assertThat(checker.countDossiers()).isEqualTo(HISTORIES);
        }
    }

    @Test
    void one_planted_violation_among_a_thousand_legal_histories_is_1(@TempDir Path stateDir) {
        Random random = new Random(20_261_122);
        LawRule rule = RULES.get(random.nextInt(RULES.size()));
        History planted = RandomHistory.breaking(rule, random);
        List<Told> all = legal(HISTORIES, random);
        all.addAll(planted.told());
        try (Checker checker = new Checker(stateDir)) {
            checker.hearShuffled(all, random);
            checker.longSilence();
            assertOnly(checker, rule, planted);
        }
    }

    @Property(tries = 30)
    void whatever_is_planted_is_found_and_named_and_nothing_else(@ForAll LawRule rule, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        Path stateDir = Files.createTempDirectory("law");
        try (Checker checker = new Checker(stateDir)) {
            History planted = RandomHistory.breaking(rule, random);
            List<Told> all = legal(20, random);
            all.addAll(planted.told());
            checker.hearShuffled(all, random);
            checker.hear(planted.told());
            checker.longSilence();
            assertOnly(checker, rule, planted);
        } finally {
            Utils.delete(stateDir.toFile());
        }
    }

    private static void assertOnly(Checker checker, LawRule rule, History planted) {
        assertThat(checker.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.bookingId()).isEqualTo(planted.bookingId());
            assertThat(violation.rule()).isEqualTo(rule.id());
        });
    }

    private static List<Told> legal(int histories, Random random) {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < histories; i++) {
            all.addAll(RandomHistory.legal(random).told());
        }
        return all;
    }
}
