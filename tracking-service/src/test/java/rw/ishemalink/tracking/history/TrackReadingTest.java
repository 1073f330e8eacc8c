package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import rw.ishemalink.tracking.position.Position;

/** However fixes came and were written, a track has each of them once and in its place. */
class TrackReadingTest {

    private static final Span ALL = new Span(Drives.VEHICLE, null, Instant.EPOCH, Drives.START.plusSeconds(1_000_000));

    @Property
    void segments_hold_each_fix_once_and_are_of_one_driver_and_hour(@ForAll("fixes") List<Position> fixes) {
        List<Segment> segments = Segments.cut(twice(fixes));
        assertThat(segments).allSatisfy(segment -> {
            List<Position> inside = Segments.open(segment);
            assertThat(inside).hasSize(segment.fixes()).hasSizeLessThanOrEqualTo(Segments.MOST_FIXES);
            assertThat(inside).extracting(Position::recordedAt).isSorted().doesNotHaveDuplicates();
            assertThat(inside.getFirst().recordedAt()).isEqualTo(segment.fromAt());
            assertThat(inside.getLast().recordedAt()).isEqualTo(segment.toAt());
            assertThat(Segments.hourOf(segment.toAt())).isEqualTo(Segments.hourOf(segment.fromAt()));
        });
        long driven = fixes.stream()
                .map(fix -> fix.driverId() + " " + fix.recordedAt())
                .distinct()
                .count();
        assertThat(segments.stream().mapToInt(Segment::fixes).sum()).isEqualTo((int) driven);
    }

    @Property
    void a_track_has_each_fix_once_in_order_though_segments_overlap_and_repeat(
            @ForAll("fixes") List<Position> fixes,
            @ForAll @IntRange(min = 1, max = 60) int most,
            @ForAll Random random) {
        List<Segment> written = writtenAnyhow(fixes, random);
        List<Instant> times = new ArrayList<>(times(fixes));
        int missing = Math.max(0, times.size() - most);

        written.sort(Comparator.comparing(Segment::toAt).reversed());
        assertThat(read(written, TrackReading.newest(ALL, most))).isEqualTo(times.subList(missing, times.size()));
        written.sort(Comparator.comparing(Segment::fromAt));
        assertThat(read(written, TrackReading.oldest(ALL, most))).isEqualTo(times.subList(0, times.size() - missing));
    }

    @Property
    void merging_segments_changes_nothing_that_is_read(@ForAll("fixes") List<Position> fixes, @ForAll Random random) {
        List<Segment> written = writtenAnyhow(fixes, random);
        List<Position> taken = new ArrayList<>();
        written.forEach(segment -> taken.addAll(Segments.open(segment)));
        List<Segment> merged = Segments.cut(taken);
        assertThat(read(merged, TrackReading.oldest(ALL, 1_000))).isEqualTo(List.copyOf(times(fixes)));
        assertThat(merged.size()).isLessThanOrEqualTo(written.size());
    }

    @Provide
    Arbitrary<List<Position>> fixes() {
        return Drives.anyFix().list().ofMinSize(1).ofMaxSize(60);
    }

    /** In several pieces, in any order, some of them twice. */
    private static List<Segment> writtenAnyhow(List<Position> fixes, Random random) {
        List<Position> sent = twice(fixes);
        Collections.shuffle(sent, random);
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        while (from < sent.size()) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(20));
            List<Segment> piece = Segments.cut(sent.subList(from, to));
            segments.addAll(piece);
            if (random.nextBoolean()) {
                segments.addAll(piece);
            }
            from = to;
        }
        return segments;
    }

    private static List<Position> twice(List<Position> fixes) {
        List<Position> sent = new ArrayList<>(fixes);
        sent.addAll(fixes);
        return sent;
    }

    private static Collection<Instant> times(List<Position> fixes) {
        TreeMap<Instant, Position> sorted = new TreeMap<>();
        fixes.forEach(fix -> sorted.put(fix.recordedAt(), fix));
        return sorted.keySet();
    }

    private static List<Instant> read(List<Segment> segments, TrackReading reading) {
        for (Segment segment : segments) {
            if (!reading.take(segment)) {
                break;
            }
        }
        return reading.list().stream().map(Position::recordedAt).toList();
    }
}
