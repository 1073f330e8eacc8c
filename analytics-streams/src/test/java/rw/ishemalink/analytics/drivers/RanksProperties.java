package rw.ishemalink.analytics.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/** Ranks are those of a plain list that is sorted, whatever the order of changes and however drivers are divided. */
class RanksProperties {

    private static final int PARTITIONS = 3;

    @Property(tries = 60)
    void ranks_and_leaders_are_those_of_a_sorted_list(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 1_500) int drivers, @ForAll By by) {
        List<Ranking> partitions = List.of(new Ranking(), new Ranking(), new Ranking());
        Map<UUID, Standing> plain = change(new Random(seed), drivers, partitions);

        List<Standing> sorted = plain.values().stream()
                .filter(standing -> !standing.hasNothing())
                .filter(by::ranks)
                .sorted(order(by))
                .toList();
        assertThat(partitions.stream().mapToLong(part -> part.ranked(by)).sum()).isEqualTo(sorted.size());
        for (int i = 0; i < sorted.size(); i += 1 + i / 10) {
            Standing one = sorted.get(i);
            assertThat(partitions.get(partition(one.driver())).find(one.driver()))
                    .contains(one);
            assertThat(partitions.stream()
                            .mapToLong(part -> part.before(by, one))
                            .sum())
                    .isEqualTo(i);
        }
        List<Standing> best =
                partitions.stream().flatMap(part -> part.top(by, 7).stream()).toList();
        assertThat(by.top(best.stream(), 7)).isEqualTo(sorted.stream().limit(7).toList());
    }

    /** Deliveries come and some are taken back later, in any order. */
    private static Map<UUID, Standing> change(Random random, int drivers, List<Ranking> partitions) {
        Map<UUID, Standing> plain = new HashMap<>();
        List<Map.Entry<UUID, Sums>> done = new ArrayList<>();
        for (int i = 0; i < 4 * drivers; i++) {
            boolean back = !done.isEmpty() && random.nextInt(3) == 0;
            Map.Entry<UUID, Sums> change = back
                    ? done.remove(random.nextInt(done.size()))
                    : Map.entry(new UUID(random.nextInt(2) == 0 ? -1 : 1, random.nextInt(drivers)), delivery(random));
            Sums sums = back ? change.getValue().negative() : change.getValue();
            if (!back) {
                done.add(change);
            }
            UUID driver = change.getKey();
            partitions.get(partition(driver)).add(driver, sums);
            plain.put(driver, plain.getOrDefault(driver, Standing.none(driver)).plus(sums));
        }
        return plain;
    }

    private static int partition(UUID driver) {
        return Math.floorMod(driver.hashCode(), PARTITIONS);
    }

    /** Few different prices, so that many are equal. */
    private static Sums delivery(Random random) {
        boolean promised = random.nextBoolean();
        boolean rated = random.nextBoolean();
        return Sums.of(Map.of(
                Measure.DELIVERED,
                1L,
                Measure.GROSS,
                100L * random.nextInt(3),
                Measure.WEIGHT_KG,
                50L,
                Measure.PROMISED,
                promised ? 1L : 0,
                Measure.ON_TIME,
                promised && random.nextBoolean() ? 1L : 0,
                Measure.RATED,
                rated ? 1L : 0,
                Measure.STARS,
                rated ? 1L + random.nextInt(5) : 0));
    }

    /** Said once more, in another way. */
    private static Comparator<Standing> order(By by) {
        Comparator<Standing> best =
                switch (by) {
                    case DELIVERIES ->
                        Comparator.comparing(one -> -1_000_000L * one.deliveries() - one.revenueFrancs());
                    case REVENUE -> Comparator.comparing(one -> -1_000_000L * one.revenueFrancs() - one.deliveries());
                    case RATING -> share(Standing::stars, Standing::rated);
                    case ON_TIME -> share(Standing::onTime, Standing::promised);
                };
        return best.thenComparing(one -> one.driver().toString());
    }

    private static Comparator<Standing> share(ToIntFunction<Standing> part, ToIntFunction<Standing> whole) {
        return Comparator.<Standing>comparingDouble(
                        one -> -Math.round(1e9 * part.applyAsInt(one) / whole.applyAsInt(one)))
                .thenComparingInt(one -> -whole.applyAsInt(one));
    }
}
