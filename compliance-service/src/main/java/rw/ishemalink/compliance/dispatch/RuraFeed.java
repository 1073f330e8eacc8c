package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.feed.GovernmentFeeds;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.RuraDispatch;

/** To RURA: every dispatch that was cleared or refused. */
@ApplicationScoped
class RuraFeed {

    private final GovernmentFeeds feeds;

    RuraFeed(GovernmentFeeds feeds) {
        this.feeds = feeds;
    }

    void publish(Tx tx, CaseFile file, String vehiclePlate, DriverRecord driver, Decision decision) {
        feeds.publish(
                tx,
                Topics.GOV_RURA_DISPATCHES,
                file.bookingId(),
                RuraDispatch.newBuilder()
                        .setEventId(TimeOrderedId.next())
                        .setTenant(file.tenant())
                        .setBookingId(file.bookingId())
                        .setTrackingCode(file.trackingCode())
                        .setDriverLicenceNumber(driver.licenceNumber())
                        .setVehiclePlate(vehiclePlate)
                        .setOperatorTin(driver.operatorTin())
                        .setOrigin(file.origin())
                        .setDestination(file.destination())
                        .setCleared(decision.isCleared())
                        .setUnmetRules(decision.unmetRules().stream()
                                .map(RuleResult::ruleId)
                                .toList())
                        .setDecidedAt(decision.decidedAt())
                        .build());
    }
}
