package rw.ishemalink.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.schemas.Language;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class NoteFeedTest {

    private static final int MANY = 450;

    @Inject
    Jdbi jdbi;

    @Inject
    Notes notes;

    @Inject
    NoteFeed feed;

    @Inject
    MessageSeal seal;

    @Inject
    NotificationConfig config;

    private final Reader reader = new Reader("ishemalink", UUID.randomUUID(), Language.EN);
    private final List<Note> shown = new CopyOnWriteArrayList<>();

    @Test
    void any_instance_shows_the_same_notes() {
        NoteFeed another = new NoteFeed(notes, config, new SimpleMeterRegistry());
        another.start(new StartupEvent());
        List<Note> shownThere = new CopyOnWriteArrayList<>();
        Runnable here = feed.read(reader, feed.newest(), shown::add);
        Runnable there = another.read(reader, another.newest(), shownThere::add);

        jdbi.useTransaction(sql -> insert(sql, 1));

        await().until(() -> shown.size() == 1 && shownThere.size() == 1);
        assertThat(shown).isEqualTo(shownThere);
        here.run();
        there.run();
        another.stop(new ShutdownEvent());
    }

    @Test
    void what_a_slow_transaction_wrote_is_not_passed_over() {
        Runnable end = feed.read(reader, feed.newest(), shown::add);
        jdbi.useTransaction(slow -> {
            insert(slow, 1);
            jdbi.useTransaction(fast -> insert(fast, 1));
            // The fast one waits for the slow one, which was begun before it.
            assertThat(shown).isEmpty();
        });
        await().until(() -> shown.size() == 2);
        end.run();
    }

    @Test
    void who_was_long_away_is_shown_all_in_order_and_once() {
        NotePlace before = feed.newest();
        for (int number = 0; number < 3; number++) {
            jdbi.useTransaction(sql -> insert(sql, MANY / 3));
        }
        Runnable end = feed.read(reader, before, shown::add);
        await().until(() -> shown.size() >= MANY);
        List<String> ids = shown.stream().map(Note::id).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(MANY);
        end.run();

        List<Note> rest = new ArrayList<>();
        Runnable again = feed.read(reader, NotePlace.find(ids.get(MANY - 2)).orElseThrow(), rest::add);
        await().until(() -> rest.size() == 1);
        assertThat(rest.getFirst().id()).isEqualTo(ids.getLast());
        again.run();
    }

    @Test
    void who_went_is_shown_nothing_more() {
        Runnable end = feed.read(reader, feed.newest(), shown::add);
        end.run();
        end.run();
        Runnable other = feed.read(reader, feed.newest(), note -> {});
        jdbi.useTransaction(sql -> insert(sql, 1));
        List<Note> control = new CopyOnWriteArrayList<>();
        Runnable third = feed.read(reader, NotePlace.before(0), control::add);
        await().until(() -> control.size() == 1);
        assertThat(shown).isEmpty();
        other.run();
        third.run();
    }

    /** News that was sent already, so that nobody sends it. */
    private void insert(Handle sql, int count) {
        for (int number = 0; number < count; number++) {
            UUID messageId = UUID.randomUUID();
            sql.createUpdate("""
                            insert into message (message_id, tenant, event_id, template, channel, person_id, address,
                                                 language, parameters, correlation_id, status, ended_at, expires_at)
                            values (:id, 'ishemalink', :id, 'PAYMENT_TIMED_OUT', 'SMS', :person, :address, 'EN',
                                    :parameters, 'test', 'SENT', now(), now())""")
                    .bind("id", messageId)
                    .bind("person", reader.personId())
                    .bind("address", seal.address(messageId, "+250788123456"))
                    .bind("parameters", seal.parameters(messageId, List.of("ISH-7K2M9QXZ")))
                    .execute();
        }
    }
}
