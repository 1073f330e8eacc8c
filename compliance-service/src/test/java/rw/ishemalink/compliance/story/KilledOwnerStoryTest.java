package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.schemas.booking.BookingKind;

/** Three sales in one page, sent as sale, stock, sale, stock, sale, stock; and the owner of the device dies on the way. */
@QuarkusTest
class KilledOwnerStoryTest extends StoryTest {

    private static final List<Integer> NEVER = List.of();

    @Inject
    RehearsedDevices rehearsed;

    private final List<Journey> journeys =
            List.of(Journey.of(BookingKind.RIDE), Journey.of(BookingKind.CARGO_DOMESTIC), Journey.of(BookingKind.RIDE));

    @AfterEach
    void onTheWireAgain() {
        letTheDeviceGo();
        await().until(this::receiptsAreDone);
        rehearsed.isOnTheWire();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void killed_before_a_call_nothing_is_lost_or_issued_twice(int call) {
        DeadlyDevice device = play(List.of(call), NEVER, "");
        served(device);
        assertAllIssuedOnce(device);
        assertThat(device.deaths()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void killed_after_a_call_nothing_is_lost_or_issued_twice(int call) {
        DeadlyDevice device = play(NEVER, List.of(call), "");
        served(device);
        assertAllIssuedOnce(device);
        assertThat(device.deaths()).isEqualTo(1);
    }

    @Test
    void killed_with_all_sent_and_again_at_each_call_of_the_next_owners() {
        DeadlyDevice device =
                play(NEVER, IntStream.of(6, 7, 8, 10, 13, 16, 19).boxed().toList(), "");
        served(device);
        assertAllIssuedOnce(device);
        assertThat(device.deaths()).isGreaterThan(4);
    }

    @Test
    void a_page_is_recorded_together() {
        DeadlyDevice device = play(NEVER, NEVER, "");
        served(device);
        assertAllIssuedOnce(device);
        assertThat(count("select count(distinct xmin::text) from fiscal_receipt where booking_id in (" + bookings()
                        + ")"))
                .as("transactions that recorded the three")
                .isEqualTo(1);
    }

    @Test
    void a_refusal_within_a_page_gives_its_numbers_to_those_behind() {
        DeadlyDevice device = play(NEVER, NEVER, journeys.get(1).trackingCode());
        served(device);
        assertParkedAndGapless(device);
    }

    @Test
    void an_owner_killed_at_a_refusal_leaves_no_gap_either() {
        DeadlyDevice device = play(NEVER, List.of(3), journeys.get(1).trackingCode());
        served(device);
        assertParkedAndGapless(device);
    }

    /** Has the device played from where it stands, and the journeys paid while somebody else holds it. */
    private DeadlyDevice play(List<Integer> deadlyBefore, List<Integer> deadlyAfter, String refused) {
        holdTheDevice();
        DeadlyDevice device = new DeadlyDevice(
                count("select last_sale_receipt from fiscal_device " + OURS),
                count("select last_invoice from fiscal_device " + OURS),
                deadlyBefore,
                deadlyAfter,
                refused);
        rehearsed.isPlayedBy(device);
        for (Journey journey : journeys) {
            awaitHandled(journey.isPaid().getMetadata().getEventId());
        }
        return device;
    }

    private void served(DeadlyDevice device) {
        letTheDeviceGo();
        int[] seen = {0};
        await().until(() -> {
            if (device.deaths() > seen[0]) {
                seen[0] = device.deaths();
                letTheDeviceGo();
            }
            return receiptsAreDone();
        });
    }

    private void assertAllIssuedOnce(DeadlyDevice device) {
        List<String> codes = journeys.stream().map(Journey::trackingCode).toList();
        assertThat(device.receipts().keySet()).containsExactlyElementsOf(codes);
        assertThat(device.moved()).containsExactlyElementsOf(codes);
        assertThat(onRecord()).isEqualTo(numbered(device));
        assertGapless(device);
        for (Journey journey : journeys) {
            assertThat(count("select count(*) from fiscal_receipt where booking_id = '" + journey.bookingId() + "'"))
                    .isEqualTo(1);
        }
    }

    private void assertParkedAndGapless(DeadlyDevice device) {
        List<String> codes =
                List.of(journeys.getFirst().trackingCode(), journeys.getLast().trackingCode());
        assertThat(device.receipts().keySet()).containsExactlyElementsOf(codes);
        assertThat(device.moved()).containsExactlyElementsOf(codes);
        assertThat(onRecord()).isEqualTo(numbered(device));
        assertGapless(device);
        assertThat(count("select count(*) from receipt_job where state = 'PARKED' and invoice_number is null"
                        + " and stock_number is null and booking_id = '"
                        + journeys.get(1).bookingId() + "'"))
                .isEqualTo(1);
    }

    /** Invoice numbers follow each other, and the device's record says the last of them; so do the stock numbers. */
    private void assertGapless(DeadlyDevice device) {
        List<Long> invoices = new ArrayList<>(device.invoices().keySet());
        for (int place = 1; place < invoices.size(); place++) {
            assertThat(invoices.get(place)).isEqualTo(invoices.getFirst() + place);
        }
        assertThat(count("select last_invoice from fiscal_device " + OURS)).isEqualTo(invoices.getLast());
        assertThat(count("select last_stock_number - (select max(stock_number) from receipt_job " + OURS
                        + ") from fiscal_device " + OURS))
                .isZero();
    }

    private Map<String, String> onRecord() {
        Map<String, String> numbers = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery("select tracking_code, number from fiscal_receipt join receipt_job using"
                        + " (job_id) where fiscal_receipt.booking_id in (" + bookings() + ")")
                .mapToMap()
                .forEach(row -> numbers.put((String) row.get("tracking_code"), (String) row.get("number"))));
        return numbers;
    }

    private static Map<String, String> numbered(DeadlyDevice device) {
        Map<String, String> numbers = new HashMap<>();
        device.receipts().forEach((code, number) -> numbers.put(code, number + "/" + number + " NS"));
        return numbers;
    }

    private String bookings() {
        return String.join(
                ", ",
                journeys.stream()
                        .map(journey -> "'" + journey.bookingId() + "'")
                        .toList());
    }
}
