package rw.ishemalink.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;
import rw.ishemalink.schemas.analytics.BookingFacts;

/**
 * What the topics of analytics may say, word by word: a field that is not listed here is not published before somebody has
 * asked whether it says who a person is.
 */
class PublishedFieldsTest {

    @Test
    void what_leaves_the_country_says_nothing_of_people_but_how_many_they_are() {
        assertThat(fields(AnalyticsSummary.getClassSchema()))
                .containsExactlyInAnyOrder(
                        "country",
                        "aggregate",
                        "period",
                        "since",
                        "group",
                        "people",
                        "bookings",
                        "grossFrancs",
                        "weightKg",
                        "delivered",
                        "asOf");
    }

    /** Ids of drivers and operators are kept, for they are counted by; customers only under another name. */
    @Test
    void what_is_kept_of_bookings_has_no_name_phone_plate_or_address() {
        assertThat(fields(BookingFacts.getClassSchema()))
                .containsExactlyInAnyOrder(
                        "bookingId",
                        "tenant",
                        "kind",
                        "status",
                        "origin",
                        "origin.country",
                        "origin.district",
                        "origin.cell",
                        "destination",
                        "destination.country",
                        "destination.district",
                        "destination.cell",
                        "commodity",
                        "weightKg",
                        "grossFrancs",
                        "vatFrancs",
                        "commissionFrancs",
                        "provider",
                        "paymentStatus",
                        "paymentAttempts",
                        "paymentEndedAt",
                        "driverId",
                        "operatorId",
                        "customer",
                        "createdAt",
                        "paidAt",
                        "assignedAt",
                        "pickedUpAt",
                        "deliveredAt",
                        "endedAt",
                        "promisedAt",
                        "stars",
                        "receiptAt",
                        "receiptSignedLocally",
                        "dispatchesRefused",
                        "violations",
                        "violations.rule",
                        "violations.step",
                        "violations.sequence",
                        "violations.happenedAt",
                        "timeline",
                        "timeline.source",
                        "timeline.change",
                        "timeline.sequence",
                        "timeline.messageId",
                        "timeline.at",
                        "bookingSequence",
                        "paymentSequence",
                        "complianceSequence",
                        "trackingSequence",
                        "lawSequence",
                        "asOf");
    }

    private static Set<String> fields(Schema schema) {
        Set<String> fields = new TreeSet<>();
        add("", schema, fields);
        return fields;
    }

    private static void add(String before, Schema schema, Set<String> fields) {
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields().forEach(field -> {
                    fields.add(before + field.name());
                    add(before + field.name() + ".", field.schema(), fields);
                });
            case UNION -> schema.getTypes().forEach(one -> add(before, one, fields));
            case ARRAY -> add(before, schema.getElementType(), fields);
            case MAP -> add(before, schema.getValueType(), fields);
            default -> {
                // A plain value has no fields.
            }
        }
    }
}
