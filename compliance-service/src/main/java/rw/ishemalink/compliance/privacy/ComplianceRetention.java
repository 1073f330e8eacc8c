package rw.ishemalink.compliance.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import rw.ishemalink.kit.retention.RetentionClass;
import rw.ishemalink.kit.retention.RetentionClasses;

/** How long what is over is kept here. Receipts, manifests, decisions and the trail stay ten years, and nothing ends them yet. */
@ApplicationScoped
public class ComplianceRetention implements RetentionClasses {

    @Override
    public List<RetentionClass> list() {
        return List.of(RetentionClass.deleting(
                "people's wishes (compliance)",
                "privacy_task",
                "done_at",
                "state = 'DONE'",
                Period.ofYears(3),
                "proof that a right was granted; period ours"));
    }
}
