package rw.ishemalink.payment.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.seal.Batch.Sealed;
import rw.ishemalink.payment.ledger.seal.Finding.Kind;
import rw.ishemalink.payment.ledger.seal.Walk.Place;

/** The chain without a database. */
class ChainProperties {

    private static final String TENANT = "ishemalink";
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456Z");

    /** Few values on purpose: texts that only differ in where one field ends and the next begins. */
    @Provide
    Arbitrary<Booked> transfers() {
        Arbitrary<Optional<String>> words =
                Arbitraries.of("", "1", "1:", ",", "1:1,", "A", "ä").optional();
        Arbitrary<Optional<UUID>> ids =
                Arbitraries.of(new UUID(0, 1), new UUID(0, 2)).optional();
        Arbitrary<String> entries = Arbitraries.of("1 REVENUE - DEBIT 5\n2 VAT_PAYABLE - CREDIT 5", "", "1:,");
        return Combinators.combine(words, ids, ids, words, entries)
                .as((kind, resolves, corrects, reason, lines) -> new Booked(
                        new UUID(0, 7),
                        TENANT,
                        kind.orElse("PAYOUT"),
                        "DIRECT",
                        "PAYOUT",
                        new UUID(0, 8),
                        new UUID(0, 9),
                        resolves.orElse(null),
                        corrects.orElse(null),
                        reason.orElse(null),
                        NOW,
                        lines));
    }

    @Property(tries = 2_000)
    void different_transfers_have_different_texts(@ForAll("transfers") Booked one, @ForAll("transfers") Booked other) {
        assertThat(Chain.text(1, NOW, one).equals(Chain.text(1, NOW, other))).isEqualTo(one.equals(other));
    }

    @Property
    void what_was_sealed_follows_and_nothing_else_does(
            @ForAll("transfers") Booked one, @ForAll("transfers") Booked other) {
        Seal seal = Chain.next(Seal.GENESIS, one, NOW);
        assertThat(Chain.follows(Seal.GENESIS, other, seal)).isEqualTo(one.equals(other));
        Seal elsewhere = new Seal(seal.sequence() + 1, seal.hash(), seal.sealedAt());
        assertThat(Chain.follows(Seal.GENESIS, one, elsewhere)).isFalse();
        assertThat(Chain.follows(seal, one, seal)).isFalse();
    }

    @Example
    void the_hash_is_as_documented() {
        Seal seal = Chain.next(Seal.GENESIS, transfer(1), NOW);
        assertThat(Chain.text(1, NOW, transfer(1)))
                .isEqualTo("1:1,16:1795248000123456,10:ishemalink,36:00000000-0000-0000-0000-000000000001,6:PAYOUT,"
                        + "6:DIRECT,6:PAYOUT,36:00000000-0000-0000-0000-000000000001,"
                        + "36:00000000-0000-0000-0000-000000000001,,,,16:1795248000123456,"
                        + "44:1 REVENUE - DEBIT 5\n2 VAT_PAYABLE - CREDIT 5,");
        assertThat(seal.hash())
                .as("computed by another program")
                .isEqualTo("fa15ad379dab0b9dc8825598da3fb4c65a34cd5eb9efbc2223422de689ff4a04");
    }

    @Example
    void a_clock_that_goes_back_does_not_take_the_chain_along() {
        Seal first = Chain.next(Seal.GENESIS, transfer(1), NOW);
        Seal second = Chain.next(first, transfer(2), NOW.minusSeconds(3_600));
        assertThat(second.sealedAt()).isEqualTo(NOW);
    }

    @Property
    void batches_of_any_size_make_the_same_chain(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 5) Integer> sizes) {
        List<Booked> all = new ArrayList<>();
        Seal head = Seal.GENESIS;
        List<Sealed> inBatches = new ArrayList<>();
        for (int size : sizes) {
            List<Booked> some = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                some.add(transfer(all.size() + i + 1));
            }
            all.addAll(some);
            Batch batch = Batch.of(some, Map.of(TENANT, head), Map.of(), NOW);
            inBatches.addAll(batch.sealed());
            head = batch.heads().getOrDefault(TENANT, head);
        }
        assertThat(inBatches).isEqualTo(Batch.of(all, Map.of(), Map.of(), NOW).sealed());
    }

    @Property
    void whatever_is_taken_out_swapped_or_changed_is_found(
            @ForAll @IntRange(min = 2, max = 20) int length, @ForAll @IntRange(min = 0, max = 18) int at) {
        List<Place> chain = chain(length);
        int hit = at % (length - 1);
        assertThat(walked(chain).findings()).isEmpty();

        List<Place> shorter = new ArrayList<>(chain);
        shorter.remove(hit);
        assertThat(walked(shorter).findings()).extracting(Finding::kind).containsExactly(Kind.REMOVED);

        List<Place> swapped = new ArrayList<>(chain);
        swapped.set(
                hit,
                new Place(
                        chain.get(hit).seal(),
                        new UUID(0, 1),
                        chain.get(hit + 1).transfer()));
        swapped.set(
                hit + 1,
                new Place(
                        chain.get(hit + 1).seal(),
                        new UUID(0, 1),
                        chain.get(hit).transfer()));
        assertThat(walked(swapped).findings()).extracting(Finding::sequence).containsExactly(hit + 1L, hit + 2L);

        List<Place> gone = new ArrayList<>(chain);
        gone.set(hit, new Place(chain.get(hit).seal(), new UUID(0, 1), Optional.empty()));
        assertThat(walked(gone).findings()).extracting(Finding::sequence).containsExactly(hit + 1L);
    }

    private static Walk walked(List<Place> chain) {
        Walk walk = new Walk(100);
        chain.forEach(walk::next);
        return walk;
    }

    private static List<Place> chain(int length) {
        List<Place> places = new ArrayList<>();
        Seal head = Seal.GENESIS;
        for (int i = 1; i <= length; i++) {
            head = Chain.next(head, transfer(i), NOW);
            places.add(new Place(head, new UUID(0, i), Optional.of(transfer(i))));
        }
        return places;
    }

    private static Booked transfer(int number) {
        UUID id = new UUID(0, number);
        return new Booked(
                id,
                TENANT,
                "PAYOUT",
                "DIRECT",
                "PAYOUT",
                id,
                id,
                null,
                null,
                null,
                NOW,
                "1 REVENUE - DEBIT 5\n2 VAT_PAYABLE - CREDIT 5");
    }
}
