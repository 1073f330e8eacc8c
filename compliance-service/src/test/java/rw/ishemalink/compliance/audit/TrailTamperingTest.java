package rw.ishemalink.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.audit.TrailFinding.Kind;
import rw.ishemalink.compliance.audit.TrailVerifier.Noted;
import rw.ishemalink.kit.chain.Seal;

/** What the owner of the database can do to the trail with every trigger switched off, and that it is seen, and where. */
class TrailTamperingTest {

    private static final TrailDatabase DATABASE = new TrailDatabase();
    private static final int ENTRIES = 8;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final UUID booking = UUID.randomUUID();

    @BeforeEach
    void write() {
        DATABASE.add(some(1, ENTRIES));
        DATABASE.sealAll();
        TrailVerification trail = DATABASE.verify(tenant);
        assertThat(trail.findings()).isEmpty();
        assertThat(trail.checked()).isEqualTo(ENTRIES);
        assertThat(trail.end().sequence()).isEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed_at = sealed_at + interval '1 microsecond'",
                "hash = set_byte(hash, 31, get_byte(hash, 31) # 1)",
                "event_id = gen_random_uuid()",
                "topic = 'payment.events'",
                "type = 'booking.events/PAIT'",
                "occurred_at = occurred_at - interval '1 microsecond'",
                "event_sequence = event_sequence + 1",
                "key_id = null",
                "booking_id = gen_random_uuid()",
                "subject_id = gen_random_uuid()",
                "actor_id = null",
                "actor_role = 'SENDER '",
                "driver_id = gen_random_uuid()",
                "vehicle_id = gen_random_uuid()",
                "from_status = ''",
                "to_status = null",
                "reason = 'payment-confirmeD'",
                "correlation_id = null",
                "causation_id = null",
                "kafka_partition = kafka_partition + 1",
                "kafka_offset = kafka_offset + 1",
                "event_sha256 = set_byte(event_sha256, 0, 1)"
            })
    void one_changed_byte_of_any_field_is_found_where_it_is(String change) {
        DATABASE.tamper("update trail_entry set " + change + " where tenant = ? and sequence = 3", tenant);
        List<TrailFinding> findings = DATABASE.verify(tenant).findings();
        assertThat(findings).first().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.CHANGED);
            assertThat(found.sequence()).isEqualTo(3);
            assertThat(found.at()).isNotNull();
        });
        // Of a hash the next place is found too: it was sealed onto the true one.
        assertThat(findings).hasSize(change.startsWith("hash") ? 2 : 1);
    }

    @Test
    void a_finding_names_the_booking() {
        DATABASE.tamper("update trail_entry set actor_role = 'X' where tenant = ? and sequence = 5", tenant);
        assertThat(DATABASE.verify(tenant).findings())
                .singleElement()
                .extracting(TrailFinding::bookingId)
                .isEqualTo(booking);
    }

    @Test
    void a_removed_entry_is_found() {
        DATABASE.tamper("delete from trail_entry where tenant = ? and sequence = 4", tenant);
        assertThat(kinds()).containsExactly(Kind.REMOVED);
        DATABASE.tamper("update trail_entry set sequence = sequence - 1 where tenant = ? and sequence = 5", tenant);
        assertThat(kinds()).contains(Kind.CHANGED);
    }

    @Test
    void swapped_entries_are_found() {
        DATABASE.tamper("update trail_entry set sequence = 1002 where tenant = ? and sequence = 2", tenant);
        DATABASE.tamper("update trail_entry set sequence = 2 where tenant = ? and sequence = 6", tenant);
        DATABASE.tamper("update trail_entry set sequence = 6 where tenant = ? and sequence = 1002", tenant);
        assertThat(DATABASE.verify(tenant).findings())
                .extracting(TrailFinding::sequence)
                .contains(2L, 6L);
    }

    @Test
    void an_inserted_entry_is_found() {
        DATABASE.tamper("update trail_entry set sequence = sequence + 1000 where tenant = ? and sequence > 4", tenant);
        DATABASE.tamper(
                "update trail_entry set sequence = sequence - 999 where tenant = ? and sequence > 1000", tenant);
        DATABASE.tamper("""
                insert into trail_entry (tenant, sequence, sealed_at, hash, event_id, topic, type, occurred_at, actor_role, event_sha256)
                values (?, 5, now(), sha256('guessed'), gen_random_uuid(), 'booking.events', 'booking.events/PAID', now(), 'SENDER', sha256('x'))""", tenant);
        assertThat(DATABASE.verify(tenant).findings()).first().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.CHANGED);
            assertThat(found.sequence()).isEqualTo(5);
        });
    }

    @Test
    void a_cut_tail_is_found_and_by_whoever_noted_the_end_even_if_the_end_was_put_right() {
        Seal noted = DATABASE.verify(tenant).end();
        DATABASE.tamper("delete from trail_entry where tenant = ? and sequence > 6", tenant);
        assertThat(kinds()).containsExactly(Kind.END_MOVED);
        DATABASE.tamper("""
                update trail_chain c set sequence = e.sequence, hash = e.hash, sealed_at = e.sealed_at
                  from trail_entry e where c.tenant = ? and e.tenant = c.tenant and e.sequence = 6""", tenant);
        assertThat(kinds()).isEmpty();
        assertThat(DATABASE.verify(tenant, 1, 1_000, Optional.of(new Noted(noted.sequence(), noted.hash())))
                        .findings())
                .extracting(TrailFinding::kind)
                .containsExactly(Kind.NOT_AS_NOTED);
    }

    @Test
    void a_noted_place_is_confirmed_while_the_trail_grows() {
        Seal noted = DATABASE.verify(tenant).end();
        DATABASE.add(some(ENTRIES + 1, 3));
        DATABASE.sealAll();
        assertThat(DATABASE.verify(tenant, 1, 1_000, Optional.of(new Noted(noted.sequence(), noted.hash())))
                        .intact())
                .isTrue();
    }

    @Test
    void a_long_trail_is_verified_in_stretches_that_follow_each_other() {
        DATABASE.tamper("update trail_entry set actor_role = 'X' where tenant = ? and sequence = 7", tenant);
        TrailVerification first = DATABASE.verify(tenant, 1, 5, Optional.empty());
        assertThat(first.intact()).isTrue();
        assertThat(first.more()).isTrue();
        assertThat(first.end().sequence()).isEqualTo(5);

        TrailVerification second = DATABASE.verify(tenant, 6, 5, Optional.empty());
        assertThat(second.more()).isFalse();
        assertThat(second.findings()).extracting(TrailFinding::sequence).containsExactly(7L);
    }

    @Test
    void an_event_that_comes_twice_has_one_place_and_another_one_of_its_id_has_its_own() {
        TrailEntry entry = Entries.paid(tenant, booking, 50);
        DATABASE.add(List.of(entry));
        DATABASE.add(List.of(entry));
        DATABASE.sealAll();
        DATABASE.add(List.of(entry));
        DATABASE.sealAll();
        assertThat(DATABASE.verify(tenant).checked()).isEqualTo(ENTRIES + 1);

        DATABASE.jdbi.useTransaction(sql -> sql.execute("""
                insert into trail_waiting (tenant, event_id, topic, type, occurred_at, actor_role, event_sha256)
                values (?, ?, 'booking.events', 'booking.events/PAID', now(), 'SENDER', sha256('forged'))""", tenant, entry.eventId()));
        DATABASE.sealAll();
        assertThat(DATABASE.verify(tenant).checked()).isEqualTo(ENTRIES + 2);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void what_waits_is_said_to_wait_and_tenants_have_trails_of_their_own() {
        String other = "tenant-" + UUID.randomUUID();
        DATABASE.add(List.of(Entries.paid(other, UUID.randomUUID(), 1), Entries.paid(tenant, booking, 99)));
        assertThat(DATABASE.verify(tenant).waiting()).isEqualTo(1);
        DATABASE.sealAll();
        DATABASE.tamper("update trail_entry set actor_role = 'X' where tenant = ? and sequence = 1", tenant);
        assertThat(DATABASE.verify(other).intact()).isTrue();
        assertThat(DATABASE.verify(other).end().sequence()).isEqualTo(1);
    }

    private List<TrailEntry> some(int from, int count) {
        List<TrailEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(Entries.paid(tenant, booking, from + i));
        }
        return entries;
    }

    private List<Kind> kinds() {
        return DATABASE.verify(tenant).findings().stream()
                .map(TrailFinding::kind)
                .toList();
    }
}
