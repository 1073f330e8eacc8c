package rw.ishemalink.kit.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class KeyRotationTest {

    private static final int ROWS = 57;
    private static final SealedColumn PHONE = new SealedColumn("contact", "phone");
    private static final SealedColumn NAME = new SealedColumn("contact", "name");
    private static final SealedTable CONTACT =
            SealedTable.of("contact", "contact_id").with(PHONE, "phone_index").with(NAME);

    @Inject
    UnitOfWork work;

    private final String one = SuiteResource.newKey();
    private final String two = SuiteResource.newKey();
    private final String indexKey = SuiteResource.newKey();
    private final BlindIndex index = new BlindIndex(indexKey);

    @BeforeEach
    void a_table_from_before_columns_were_sealed() {
        work.run(tx -> {
            tx.sql().execute("drop table if exists contact");
            tx.sql().execute("drop table if exists cipher_key");
            tx.sql().execute("""
                    create table cipher_key (key_id text primary key, proof text not null,
                                             first_used_at timestamptz not null default now(), active_until timestamptz not null)""");
            tx.sql().execute("""
                    create table contact (contact_id uuid primary key, tenant text not null, phone text, name text,
                                          phone_index bytea)""");
            tx.sql()
                    .execute("insert into contact select gen_random_uuid(), 'ishemalink', '+25078' || (1000000 + n),"
                            + " case when n % 3 = 0 then 'Uwase' end from generate_series(1, " + ROWS + ") n");
        });
    }

    @Test
    void rows_in_clear_are_sealed_and_indexed_before_the_service_begins_and_then_refused() throws InterruptedException {
        rotation("k1:" + one).begin();
        assertThat(count("phone like 'v1:k1:%' and phone_index is not null")).isEqualTo(ROWS);
        assertThat(count("name is null or name like 'v1:k1:%'")).isEqualTo(ROWS);
        assertThat(clearPhones("k1:" + one)).hasSize(ROWS).allMatch(phone -> phone.startsWith("+25078"));
        byte[] wanted = index.of(PHONE, "ishemalink", "+250781000001");
        long found = work.read(sql -> sql.createQuery("select count(*) from contact where phone_index = ?")
                .bind(0, wanted)
                .mapTo(Long.class)
                .one());
        assertThat(found).isEqualTo(1);
        assertThatThrownBy(() -> work.run(tx -> tx.sql().execute("update contact set name = 'in clear'")))
                .hasMessageContaining("contact_name_sealed");
    }

    @Test
    void a_rotation_that_is_killed_goes_on_and_the_old_key_goes_when_no_row_needs_it() throws InterruptedException {
        rotation("k1:" + one).begin();
        String both = "k2:%s,k1:%s".formatted(two, one);
        KeyRotation killed = rotation(both);
        killed.begin();
        AtomicInteger batches = new AtomicInteger();
        assertThatThrownBy(() -> killed.look(() -> {
                    if (batches.incrementAndGet() == 2) {
                        throw new InterruptedException("killed");
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(count("phone like 'v1:k2:%'")).isEqualTo(20);
        assertThat(clearPhones(both)).hasSize(ROWS);
        assertThat(killed.listOldKeys()).containsExactly("k1");

        KeyRotation next = rotation(both);
        next.begin();
        assertThat(next.look(() -> {})).isTrue();
        assertThat(count("phone like 'v1:k2:%'")).isEqualTo(ROWS);
        assertThat(next.progress()).containsExactly(new KeyRotation.Progress("contact", 0, true));
        assertThat(next.listOldKeys()).isEmpty();
        rotation("k2:" + two).begin();
        assertThat(clearPhones("k2:" + two)).hasSize(ROWS);
    }

    @Test
    void two_instances_share_the_rows_and_neither_loses_one() throws InterruptedException {
        rotation("k1:" + one).begin();
        String both = "k2:%s,k1:%s".formatted(two, one);
        KeyRotation first = rotation(both);
        KeyRotation second = rotation(both);
        first.begin();
        // The second one works off everything while the first one is between two batches.
        AtomicInteger batches = new AtomicInteger();
        assertThat(first.look(() -> {
                    if (batches.incrementAndGet() == 1) {
                        second.look(() -> {});
                    }
                }))
                .isTrue();
        assertThat(count("phone like 'v1:k2:%'")).isEqualTo(ROWS);
        assertThat(clearPhones(both)).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void rows_that_another_transaction_holds_are_passed_over_and_taken_the_next_time() throws InterruptedException {
        rotation("k1:" + one).begin();
        KeyRotation rotation = rotation("k2:%s,k1:%s".formatted(two, one));
        rotation.begin();
        work.run(tx -> {
            tx.sql().execute("select from contact limit 1 for update");
            // Elsewhere: a transaction begun on this thread would be this one.
            assertThat(CompletableFuture.supplyAsync(() -> look(rotation)).join())
                    .isFalse();
        });
        assertThat(count("phone like 'v1:k1:%'")).isEqualTo(1);
        assertThat(rotation.listOldKeys()).containsExactly("k1");
        assertThat(look(rotation)).isTrue();
        assertThat(rotation.listOldKeys()).isEmpty();
    }

    @Test
    void an_old_key_is_kept_while_another_instance_still_seals_with_it() throws InterruptedException {
        rotation("k1:" + one, Duration.ofHours(1)).begin();
        KeyRotation rotation = rotation("k2:%s,k1:%s".formatted(two, one));
        rotation.begin();
        assertThat(rotation.look(() -> {})).isTrue();
        assertThat(rotation.listOldKeys()).containsExactly("k1");
    }

    @Test
    void without_a_key_that_rows_need_the_service_does_not_start() throws InterruptedException {
        rotation("k1:" + one).begin();
        assertThatThrownBy(() -> rotation("k2:" + two).begin())
                .hasMessageContaining("rows are sealed with key k1, which ISHEMA_CIPHER_KEYS does not name");
        assertThatThrownBy(() -> rotation("k1:" + two).begin()).hasMessageContaining("key k1 is not the one");
        KeyRotation otherIndex = new KeyRotation(
                work, settings(Duration.ZERO), cipher("k1:" + one), new BlindIndex(two), List.of(CONTACT));
        assertThatThrownBy(otherIndex::begin).hasMessageContaining("ISHEMA_CIPHER_INDEX_KEY");
    }

    private static boolean look(KeyRotation rotation) {
        try {
            return rotation.look(() -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyRotation rotation(String keys) {
        return rotation(keys, Duration.ZERO);
    }

    private KeyRotation rotation(String keys, Duration inUse) {
        return new KeyRotation(work, settings(inUse), cipher(keys), index, List.of(CONTACT));
    }

    private static ColumnCipher cipher(String keys) {
        return new ColumnCipher(Keyring.parse(keys));
    }

    private long count(String where) {
        return work.read(sql -> sql.createQuery("select count(*) from contact where " + where)
                .mapTo(Long.class)
                .one());
    }

    private List<String> clearPhones(String keys) {
        ColumnCipher cipher = cipher(keys);
        return work.read(sql -> sql.createQuery("select contact_id, phone from contact")
                .map((row, context) ->
                        cipher.open(PHONE, row.getObject("contact_id", UUID.class), row.getString("phone")))
                .list());
    }

    private static CipherConfig settings(Duration inUse) {
        return new CipherConfig() {
            @Override
            public Optional<String> keys() {
                return Optional.empty();
            }

            @Override
            public Optional<String> indexKey() {
                return Optional.empty();
            }

            @Override
            public Duration look() {
                return Duration.ofHours(1);
            }

            @Override
            public int batch() {
                return 10;
            }

            @Override
            public Duration pause() {
                return Duration.ZERO;
            }

            @Override
            public Duration inUse() {
                return inUse;
            }
        };
    }
}
