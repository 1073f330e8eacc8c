package rw.ishemalink.payment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import rw.ishemalink.kit.retention.RetentionClass;
import rw.ishemalink.kit.retention.RetentionClasses;

/** How long what is over is kept here. Payments and ledger stay ten years, and nothing ends them yet. */
@ApplicationScoped
public class PaymentRetention implements RetentionClasses {

    @Override
    public List<RetentionClass> list() {
        return List.of(RetentionClass.deleting(
                "people's wishes (payment)",
                "privacy_task",
                "done_at",
                "state = 'DONE'",
                Period.ofYears(3),
                "proof that a right was granted; period ours"));
    }
}
