package rw.ishemalink.compliance.driver;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.driver.CheckJob.Checked;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.licence.DriverCheck;
import rw.ishemalink.schemas.licence.DriverCheckOutcome;

/** Publishes driver.checks. The vocabularies are the same, name for name. */
@ApplicationScoped
class DriverCheckEvents {

    void publish(Tx tx, Checked checked) {
        CheckJob job = checked.job();
        Correlation.begin(job.correlationId());
        tx.publish(
                Topics.DRIVER_CHECKS,
                job.driverId(),
                DriverCheck.newBuilder()
                        .setMetadata(tx.metadata(job.tenant(), checked.sequence()))
                        .setDriverId(job.driverId())
                        .setPapersOf(checked.papersOf())
                        .setOutcome(DriverCheckOutcome.valueOf(
                                checked.answer().verdict().name()))
                        .setRefusals(checked.answer().refusals())
                        .setValidUntil(checked.answer().validUntil())
                        .build());
    }
}
