package rw.ishemalink.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.notification.message.Template;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class MessageQueueTest {

    private static final int MANY = 500;

    @Inject
    Jdbi jdbi;

    @Inject
    MessageQueue queue;

    @Inject
    MessageSeal seal;

    private final UUID person = UUID.randomUUID();

    @Test
    void a_code_goes_before_a_full_queue_of_older_news_and_then_by_urgency_and_age() {
        List<Template> order = jdbi.inTransaction(sql -> {
            for (int number = 0; number < MANY; number++) {
                insert(sql, Template.GOODS_PICKED_UP, MANY + 10 - number);
            }
            insert(sql, Template.LICENCE_EXPIRING, 10_000);
            insert(sql, Template.RIDE_OFFER, 3);
            insert(sql, Template.PAYMENT_TIMED_OUT, 2);
            insert(sql, Template.ONE_TIME_CODE, 1);
            // Nobody else sees them before the end, which is none.
            List<Template> claimed = queue.claim(sql, MANY + 100).stream()
                    .filter(message -> message.personId().equals(person))
                    .map(ClaimedMessage::template)
                    .toList();
            sql.rollback();
            return claimed;
        });

        assertThat(order).hasSize(MANY + 4);
        assertThat(order)
                .startsWith(Template.ONE_TIME_CODE, Template.PAYMENT_TIMED_OUT, Template.RIDE_OFFER)
                .endsWith(Template.GOODS_PICKED_UP, Template.LICENCE_EXPIRING);
    }

    @Test
    void who_claims_few_gets_the_most_pressing() {
        List<Template> few = jdbi.inTransaction(sql -> {
            sql.execute("update message set due_at = now() + interval '1 day' where status = 'PENDING'");
            for (int number = 0; number < MANY; number++) {
                insert(sql, Template.GOODS_PICKED_UP, MANY);
            }
            insert(sql, Template.ONE_TIME_CODE, 0);
            List<Template> claimed =
                    queue.claim(sql, 1).stream().map(ClaimedMessage::template).toList();
            sql.rollback();
            return claimed;
        });
        assertThat(few).containsExactly(Template.ONE_TIME_CODE);
    }

    private void insert(Handle sql, Template template, int secondsAgo) {
        UUID messageId = UUID.randomUUID();
        sql.createUpdate("""
                        insert into message (message_id, tenant, event_id, template, channel, person_id, address, language,
                                             parameters, correlation_id, urgency, due_at, expires_at)
                        values (:id, 'ishemalink', :id, :template, 'SMS', :person, :address, 'EN', :parameters, 'test',
                                :urgency, now() - :ago * interval '1 second', now() + interval '1 day')""")
                .bind("id", messageId)
                .bind("template", template.name())
                .bind("person", person)
                .bind("address", seal.address(messageId, "+250788123456"))
                .bind("parameters", seal.parameters(messageId, List.of()))
                .bind("urgency", template.urgency().rank())
                .bind("ago", secondsAgo)
                .execute();
    }
}
