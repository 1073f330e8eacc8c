package rw.ishemalink.analytics.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.utils.Utils;
import rw.ishemalink.analytics.cube.Aggregate;

/** However the topics mix, lag and repeat themselves, every cell is what a plain recomputation from the ends gives. */
class EveryCellTest {

    private static final String FIRST = "analytics-streams";
    private static final String SECOND = "analytics-streams-g2";

    @Property(tries = 12)
    void every_cell_is_what_a_plain_recomputation_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int bookings) throws IOException {
        Random random = new Random(seed);
        List<Life> lives = lives(random, bookings, Life::of);
        within(stateDir -> {
            try (Machine machine = new Machine(stateDir, FIRST)) {
                machine.hear(Mix.of(lives, random));
                machine.cells().areThoseOf(ends(lives, machine.violations()));
                machine.cells().addUp();
            }
        });
    }

    @Property(tries = 3)
    void when_everything_is_taken_back_no_money_and_no_delivery_is_left(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Life> lives = lives(random, 8, Life::takenBack);
        within(stateDir -> {
            try (Machine machine = new Machine(stateDir, FIRST)) {
                machine.hear(Mix.of(lives, random));
                machine.cells().areThoseOf(ends(lives, machine.violations()));
                machine.cells()
                        .areNotOf(
                                Aggregate.REVENUE,
                                Aggregate.HEATMAP,
                                Aggregate.HEATMAP_CELLS,
                                Aggregate.COMMODITIES,
                                Aggregate.DRIVERS);
            }
        });
    }

    /** The compacted topic has the last facts of each booking; whoever begins with them hears the events that are not yet deleted. */
    @Property(tries = 5)
    void another_generation_counts_the_same_from_what_the_first_published(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Life> lives = lives(random, 8, Life::of);
        within(stateDir -> {
            try (Machine first = new Machine(stateDir, FIRST);
                    Machine second = new Machine(stateDir, SECOND)) {
                List<Told> events = Mix.of(lives, random);
                first.hear(events);
                var published = new ArrayList<>(first.published());
                Collections.shuffle(published, random);
                second.read(published);

                Map<UUID, List<Instant>> violations = first.violations();
                second.cells().areThoseOf(ends(lives, violations));
                Instant deletedUpTo = events.get(random.nextInt(events.size())).at();
                second.hear(events.stream()
                        .filter(told -> !told.at().isBefore(deletedUpTo))
                        .toList());
                second.cells().areThoseOf(ends(lives, violations));
            }
        });
    }

    /** Bookings of four years; what is long ago is corrected and let go. */
    @Property(tries = 4)
    void what_is_not_kept_is_gone_and_the_rest_is_right(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lives.add(Life.of(random, Duration.ofDays(random.nextInt(4 * 365))));
        }
        within(stateDir -> {
            try (Machine machine = new Machine(stateDir, FIRST)) {
                machine.hear(Mix.of(lives, random));
                machine.wait(Duration.ofSeconds(90));
                machine.cells()
                        .areThoseThatAreKeptOf(
                                ends(lives, machine.violations()),
                                lives.stream()
                                        .flatMap(life -> life.told().stream())
                                        .map(Told::at)
                                        .max(Instant::compareTo)
                                        .orElseThrow());
            }
        });
    }

    private static List<Life> lives(Random random, int bookings, Function<Random, Life> life) {
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < bookings; i++) {
            lives.add(life.apply(random));
        }
        return lives;
    }

    /** How the lives ended; whether they broke the law is for its checker to say, which has tests of its own. */
    private static List<Truth> ends(List<Life> lives, Map<UUID, List<Instant>> violations) {
        List<Truth> ends = lives.stream().map(Life::truth).toList();
        ends.forEach(end -> end.violations = violations.getOrDefault(end.bookingId, List.of()));
        return ends;
    }

    private static void within(Consumer<Path> story) throws IOException {
        Path stateDir = Files.createTempDirectory("every-cell");
        try {
            story.accept(stateDir);
        } finally {
            Utils.delete(stateDir.toFile());
        }
    }
}
