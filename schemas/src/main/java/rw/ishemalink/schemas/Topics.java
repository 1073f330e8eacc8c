package rw.ishemalink.schemas;

import java.time.Duration;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import rw.ishemalink.schemas.access.AccessRecord;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;
import rw.ishemalink.schemas.analytics.BookingFacts;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.dispatch.DispatchEvent;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.gov.BnrMonth;
import rw.ishemalink.schemas.gov.BnrPayment;
import rw.ishemalink.schemas.gov.EacManifest;
import rw.ishemalink.schemas.gov.RraReceipt;
import rw.ishemalink.schemas.gov.RuraDispatch;
import rw.ishemalink.schemas.identity.IdentityEvent;
import rw.ishemalink.schemas.identity.TokenRevocation;
import rw.ishemalink.schemas.licence.DriverCheck;
import rw.ishemalink.schemas.licence.LicenceEvent;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyRequest;
import rw.ishemalink.schemas.tenant.TenantEvent;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.tracking.TrackingRefusal;

/** Every topic of the suite, declared once: name, key, value, owner (the only service that publishes; of commands, the one that obeys), size and age. */
@NullMarked
public enum Topics {
    BOOKING_EVENTS("booking.events", Key.BOOKING, BookingEvent.class, "booking-service", 6, days(7), Cleanup.DELETE),
    PAYMENT_EVENTS("payment.events", Key.BOOKING, PaymentEvent.class, "payment-service", 6, days(7), Cleanup.DELETE),
    COMPLIANCE_EVENTS(
            "compliance.events", Key.BOOKING, ComplianceEvent.class, "compliance-service", 6, days(7), Cleanup.DELETE),
    DISPATCH_EVENTS("dispatch.events", Key.BOOKING, DispatchEvent.class, "booking-service", 6, days(7), Cleanup.DELETE),
    FLEET_EVENTS("fleet.events", Key.DRIVER, FleetEvent.class, "identity-service", 3, days(7), Cleanup.COMPACT),
    TRACKING_POSITIONS(
            "tracking.positions",
            Key.VEHICLE,
            TrackingPosition.class,
            "tracking-service",
            6,
            Duration.ofHours(24),
            Cleanup.DELETE),
    TRACKING_EVENTS(
            "tracking.events", Key.BOOKING, TrackingEvent.class, "tracking-service", 6, days(7), Cleanup.DELETE),
    /** The last position of each vehicle, thinned: where an instance begins. */
    TRACKING_LAST(
            "tracking.last",
            Key.VEHICLE,
            TrackingPosition.class,
            "tracking-service",
            6,
            Duration.ofHours(1),
            Cleanup.COMPACT),
    TRACKING_REFUSALS(
            "tracking.refusals", Key.VEHICLE, TrackingRefusal.class, "tracking-service", 3, days(7), Cleanup.DELETE),
    /** Commands to notification-service, which owns them. Short-lived: one may carry a one-time code. */
    NOTIFICATION_REQUESTS(
            "notification.requests",
            Key.PERSON,
            NotificationRequest.class,
            "notification-service",
            3,
            Duration.ofHours(1),
            Cleanup.DELETE),
    NOTIFICATION_EVENTS(
            "notification.events",
            Key.MESSAGE,
            NotificationEvent.class,
            "notification-service",
            3,
            days(7),
            Cleanup.DELETE),
    LICENCE_EVENTS("licence.events", Key.HOLDER, LicenceEvent.class, "compliance-service", 3, days(7), Cleanup.DELETE),
    DRIVER_CHECKS("driver.checks", Key.DRIVER, DriverCheck.class, "compliance-service", 3, days(7), Cleanup.COMPACT),
    TENANT_EVENTS("tenant.events", Key.TENANT, TenantEvent.class, "identity-service", 1, days(7), Cleanup.COMPACT),
    IDENTITY_EVENTS("identity.events", Key.PERSON, IdentityEvent.class, "identity-service", 3, days(7), Cleanup.DELETE),
    /** Kept longer than any access token lives: who begins to listen now hears of all that still matter. */
    TOKEN_REVOCATIONS(
            "token.revocations", Key.PERSON, TokenRevocation.class, "identity-service", 1, days(3), Cleanup.DELETE),
    /** Commands to compliance-service, which keeps the trail. */
    ACCESS_RECORDS("access.records", Key.PERSON, AccessRecord.class, "compliance-service", 3, days(7), Cleanup.DELETE),
    PRIVACY_REQUESTS(
            "privacy.requests", Key.PERSON, PrivacyRequest.class, "identity-service", 1, days(30), Cleanup.DELETE),
    /** Commands to identity-service, which puts the answers of all services together. */
    PRIVACY_ANSWERS(
            "privacy.answers", Key.PERSON, PrivacyAnswer.class, "identity-service", 1, days(30), Cleanup.DELETE),
    GOV_RRA_RECEIPTS(
            "gov.rra.receipts", Key.BOOKING, RraReceipt.class, "compliance-service", 3, days(30), Cleanup.DELETE),
    GOV_RURA_DISPATCHES(
            "gov.rura.dispatches", Key.BOOKING, RuraDispatch.class, "compliance-service", 3, days(30), Cleanup.DELETE),
    GOV_EAC_MANIFESTS(
            "gov.eac.manifests", Key.BOOKING, EacManifest.class, "compliance-service", 3, days(30), Cleanup.DELETE),
    GOV_BNR_PAYMENTS(
            "gov.bnr.payments", Key.BOOKING, BnrPayment.class, "compliance-service", 3, days(30), Cleanup.DELETE),
    GOV_BNR_MONTHS("gov.bnr.months", Key.REPORT, BnrMonth.class, "compliance-service", 1, days(400), Cleanup.DELETE),
    /** What bookings add up to, without the people: kept for ever, so that anything can be counted anew. */
    BOOKING_FACTS("booking.facts", Key.BOOKING, BookingFacts.class, "analytics-streams", 6, days(1), Cleanup.COMPACT),
    /** What may leave a country. */
    ANALYTICS_SUMMARY(
            "analytics.summary", Key.SUM, AnalyticsSummary.class, "analytics-streams", 1, days(7), Cleanup.COMPACT);

    /** What the record's key, a UUID as text, identifies. Records of one key keep their order. */
    public enum Key {
        BOOKING,
        DRIVER,
        VEHICLE,
        PERSON,
        MESSAGE,
        TENANT,
        /** A driver, a vehicle or an operator. */
        HOLDER,
        REPORT,
        /** Country, aggregate, period and group. */
        SUM
    }

    /** Whether old records are deleted by age or all but the latest of each key are. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String topicName;
    private final Key key;
    private final Class<? extends SpecificRecord> value;
    private final String owner;
    private final int partitions;
    private final Duration retention;
    private final Cleanup cleanup;

    Topics(
            String topicName,
            Key key,
            Class<? extends SpecificRecord> value,
            String owner,
            int partitions,
            Duration retention,
            Cleanup cleanup) {
        this.topicName = topicName;
        this.key = key;
        this.value = value;
        this.owner = owner;
        this.partitions = partitions;
        this.retention = retention;
        this.cleanup = cleanup;
    }

    /**
     * The topic of that name.
     *
     * @throws IllegalArgumentException when no topic has it
     */
    public static Topics getByTopicName(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic is named " + topicName));
    }

    /** Kafka's name of the topic. */
    public String topicName() {
        return topicName;
    }

    /** Where records go that a consumer cannot read or handle. */
    public String deadLetterTopicName() {
        return topicName + ".dlq";
    }

    /** The registry's name of the value contract: topic name and {@code -value}. */
    public String subject() {
        return topicName + "-value";
    }

    public Key key() {
        return key;
    }

    public Class<? extends SpecificRecord> value() {
        return value;
    }

    /** The contract as this build knows it. */
    public Schema schema() {
        return SpecificData.get().getSchema(value);
    }

    /** The only service that publishes on the topic. */
    public String owner() {
        return owner;
    }

    public int partitions() {
        return partitions;
    }

    /** How long a record stays; of a compacted topic, how long a replaced one may stay. */
    public Duration retention() {
        return retention;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
