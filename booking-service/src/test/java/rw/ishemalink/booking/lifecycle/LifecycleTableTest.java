package rw.ishemalink.booking.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rw.ishemalink.booking.lifecycle.Command.AcceptManifest;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.Deliver;
import rw.ishemalink.booking.lifecycle.Command.Edit;
import rw.ishemalink.booking.lifecycle.Command.Fail;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LapseClearance;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.Command.Rate;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.RefuseDispatch;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;
import rw.ishemalink.booking.lifecycle.Command.RequestAssignment;
import rw.ishemalink.booking.lifecycle.Outcome.Changed;
import rw.ishemalink.booking.lifecycle.Outcome.Refused;
import rw.ishemalink.booking.lifecycle.Outcome.Unchanged;
import rw.ishemalink.booking.terms.BookingKind;

/** The whole table: what each command makes of each status. A cell is the status after it, the refusal, or SAME. */
class LifecycleTableTest {

    private static final String TABLE = """
            command            DRAFT         CONFIRMED    PAID         ASSIGNED     IN_TRANSIT   AT_BORDER    DELIVERED FAILED       CANCELLED
            Confirm            CONFIRMED     WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            Edit               DRAFT         WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            RecordPayment      WRONG_STATUS  PAID         WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            RecordReceipt      NOT_PAID      NOT_PAID     PAID         ASSIGNED     IN_TRANSIT   AT_BORDER    DELIVERED ENDED        ENDED
            RequestAssignment  WRONG_STATUS  NOT_PAID     PAID         WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            ClearDispatch      OTHER         OTHER        ASSIGNED     WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     OTHER        ENDED
            RefuseDispatch     OTHER         OTHER        PAID         WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     OTHER        ENDED
            AcceptManifest     NOT_ALLOWED   NOT_ALLOWED  WRONG_STATUS ASSIGNED     WRONG_STATUS WRONG_STATUS ENDED     NOT_ALLOWED  ENDED
            PickUp             NOT_ALLOWED   NOT_ALLOWED  WRONG_STATUS IN_TRANSIT   WRONG_STATUS WRONG_STATUS ENDED     NOT_ALLOWED  ENDED
            GiveCarnet         DRAFT         CONFIRMED    PAID         ASSIGNED     DEPARTED     DEPARTED     ENDED     ENDED        ENDED
            PlaceSeal          WRONG_STATUS  WRONG_STATUS PAID         ASSIGNED     IN_TRANSIT   AT_BORDER    ENDED     ENDED        ENDED
            BreakSeal          NO_SUCH_SEAL  NO_SUCH_SEAL NO_SUCH_SEAL NO_SUCH_SEAL NO_SUCH_SEAL NO_SUCH_SEAL NO_SUCH_SEAL NO_SUCH_SEAL NO_SUCH_SEAL
            ArriveAtBorder     WRONG_STATUS  WRONG_STATUS WRONG_STATUS WRONG_STATUS AT_BORDER    SAME         ENDED     ENDED        ENDED
            HoldAtBorder       WRONG_STATUS  WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS AT_BORDER    ENDED     ENDED        ENDED
            ReleaseHold        NO_SUCH_HOLD  NO_SUCH_HOLD NO_SUCH_HOLD NO_SUCH_HOLD NO_SUCH_HOLD NO_SUCH_HOLD NO_SUCH_HOLD NO_SUCH_HOLD NO_SUCH_HOLD
            LeaveBorder        WRONG_STATUS  WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS IN_TRANSIT   ENDED     ENDED        ENDED
            Deliver            NOT_ALLOWED   NOT_ALLOWED  WRONG_STATUS WRONG_STATUS DELIVERED    WRONG_STATUS ENDED     NOT_ALLOWED  ENDED
            Rate               WRONG_STATUS  WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS DELIVERED ENDED        ENDED
            LapseClearance     WRONG_STATUS  WRONG_STATUS WRONG_STATUS PAID         WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            Fail               WRONG_STATUS  FAILED       WRONG_STATUS WRONG_STATUS WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            Cancel             CANCELLED     CANCELLED    CANCELLED    CANCELLED    WRONG_STATUS WRONG_STATUS ENDED     ENDED        ENDED
            """.replace("OTHER ", Refusal.OTHER_DRIVER_ASKED + " ");

    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("Confirm", new Confirm()),
            Map.entry(
                    "Edit",
                    new Edit(Bookings.draft(BookingKind.CARGO_INTERNATIONAL).order())),
            Map.entry("RecordPayment", new RecordPayment(Bookings.NOW)),
            Map.entry("RecordReceipt", new RecordReceipt(Bookings.OFFICIAL)),
            Map.entry("RequestAssignment", new RequestAssignment(Bookings.OTHER)),
            Map.entry("ClearDispatch", Bookings.clearance(Bookings.ASKED)),
            Map.entry(
                    "RefuseDispatch",
                    new RefuseDispatch(Bookings.ASKED.driverId(), Bookings.ASKED.vehicleId(), "licence expired")),
            Map.entry("AcceptManifest", new AcceptManifest(Bookings.NOW)),
            Map.entry("PickUp", new PickUp(Proof.at(Bookings.NOW))),
            Map.entry("ArriveAtBorder", new ArriveAtBorder("inspection")),
            Map.entry("GiveCarnet", new GiveCarnet("RCTG/RW/1")),
            Map.entry("PlaceSeal", new PlaceSeal("RRA-1", SealKind.CUSTOMS)),
            Map.entry("BreakSeal", new BreakSeal("RRA-1", "wire cut", null, null)),
            Map.entry("HoldAtBorder", new HoldAtBorder(new UUID(0, 20), "papers missing")),
            Map.entry("ReleaseHold", new ReleaseHold(new UUID(0, 20), "papers shown")),
            Map.entry("LeaveBorder", new LeaveBorder(null)),
            Map.entry("Deliver", new Deliver(Bookings.HANDED_OVER)),
            Map.entry("Rate", new Rate(4)),
            Map.entry("LapseClearance", new LapseClearance("licence revoked")),
            Map.entry("Fail", new Fail("payment timeout")),
            Map.entry("Cancel", new Cancel("changed my mind")));

    @TestFactory
    Stream<DynamicTest> an_export_follows_the_table() {
        List<String[]> lines = TABLE.lines().map(line -> line.split("\\s+")).toList();
        String[] statuses = lines.getFirst();
        List<DynamicTest> cells = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < line.length; column++) {
                cells.add(cell(line[0], BookingStatus.valueOf(statuses[column]), line[column]));
            }
        }
        assertThat(cells).hasSize(COMMANDS.size() * BookingStatus.values().length);
        return cells.stream();
    }

    private static DynamicTest cell(String command, BookingStatus status, String expected) {
        return dynamicTest(command + " at " + status + " gives " + expected, () -> {
            Booking before = Bookings.at(status, BookingKind.CARGO_INTERNATIONAL);
            Outcome outcome = Bookings.decide(before, Objects.requireNonNull(COMMANDS.get(command)));
            if (isStatus(expected)) {
                assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
                    assertThat(changed.booking().status()).isEqualTo(BookingStatus.valueOf(expected));
                    assertThat(changed.booking().version()).isEqualTo(before.version() + 1);
                });
            } else if (expected.equals("SAME")) {
                assertThat(outcome).isEqualTo(new Unchanged(before));
            } else {
                assertThat(outcome).isEqualTo(new Refused(Refusal.valueOf(expected)));
            }
        });
    }

    private static boolean isStatus(String name) {
        return Arrays.stream(BookingStatus.values())
                .anyMatch(status -> status.name().equals(name));
    }
}
