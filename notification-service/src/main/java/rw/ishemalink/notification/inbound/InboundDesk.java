package rw.ishemalink.notification.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Gives each text that comes in to whose word it is, once. */
@ApplicationScoped
public class InboundDesk {

    private final UnitOfWork unitOfWork;
    private final List<InboundWord> words;
    private final MeterRegistry meters;

    InboundDesk(UnitOfWork unitOfWork, @All List<InboundWord> words, MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.words = words;
        this.meters = meters;
    }

    /** Takes the text. It is noted as heard after it was acted on: a crash between makes it be acted on twice. */
    public void take(InboundSms sms) {
        if (unitOfWork.read(sql -> wasHeard(sql, sms))) {
            count("repeat");
            return;
        }
        Optional<InboundWord> word =
                words.stream().filter(one -> one.hears(sms.text())).findFirst();
        word.ifPresent(one -> one.hear(sms));
        unitOfWork.run(tx -> note(tx.sql(), sms));
        count(word.isPresent() ? "heard" : "unknown");
    }

    private static boolean wasHeard(Handle sql, InboundSms sms) {
        return sql.createQuery(
                        "select exists (select from inbound_sms where provider = :provider and inbound_id = :id)")
                .bind("provider", sms.provider())
                .bind("id", sms.id())
                .mapTo(Boolean.class)
                .one();
    }

    private static void note(Handle sql, InboundSms sms) {
        sql.createUpdate("""
                        insert into inbound_sms (provider, inbound_id) values (:provider, :id)
                        on conflict do nothing""")
                .bind("provider", sms.provider())
                .bind("id", sms.id())
                .execute();
    }

    private void count(String outcome) {
        meters.counter("ishema.notification.inbound", "outcome", outcome).increment();
    }
}
