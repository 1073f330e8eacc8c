package rw.ishemalink.local.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.drill.Operator.Typed;

/** What the drill types is what the pages say, and it knows what the answers mean. */
class RunbookPagesTest {

    private static final String PAGE = """
            # Something is lost

            **To do**

            ```sh
            ./ishema status            # what is wrong?
            docker ps
            ./ishema up
            ```

            **It is over** when it is.

            ```sh
            ./ishema status
            ```
            """;

    @Test
    void aPageIsItsBlocksBeforeAndAfterItIsOver() {
        assertThat(Runbook.parse(PAGE).blocks())
                .containsExactly(
                        new Runbook.Block(List.of("./ishema status", "./ishema up"), false),
                        new Runbook.Block(List.of("./ishema status"), true));
    }

    @Test
    void eachScenarioHasAPageWithABlockForEachOfItsCauses() {
        assertThat(Scenario.PLAN).allSatisfy(scenario -> assertThat(blocks(scenario.page()))
                .hasSizeGreaterThanOrEqualTo(Math.max(1, scenario.causes().size())));
    }

    private static List<Runbook.Block> blocks(String page) {
        return Runbook.read(Path.of("..", "..", "docs", "operations", page + ".md"))
                .blocks();
    }

    @Test
    void statusMaySayWhatIsWrongUntilItIsOver() {
        assertThat(RunbookDrill.isRight("./ishema status", typed(1, ""), false)).isTrue();
        assertThat(RunbookDrill.isRight("./ishema status", typed(1, ""), true)).isFalse();
        assertThat(RunbookDrill.isRight("./ishema up", typed(1, ""), false)).isFalse();
    }

    @Test
    void itIsNotOverWithDeadLetters() {
        assertThat(RunbookDrill.isRight("./ishema dead-letters", typed(0, "no dead letters\n"), true))
                .isTrue();
        assertThat(RunbookDrill.isRight("./ishema dead-letters", typed(0, "since  topic\n"), true))
                .isFalse();
    }

    private static Typed typed(int exitCode, String output) {
        return new Typed(exitCode, output, Duration.ZERO);
    }
}
