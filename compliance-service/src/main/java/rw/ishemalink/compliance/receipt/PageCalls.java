package rw.ishemalink.compliance.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Duplicate;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Refused;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.kit.outbox.Correlation;

/**
 * Sends a page to the device, one call after the other: sale, its stock movement, next sale. A sale is sent only once all
 * ahead of it have been signed and answered; so a 994 ends the page even when its receipt is found, and what is behind it
 * waits until that is on record.
 */
@ApplicationScoped
class PageCalls {

    private final FiscalDevices devices;
    private final MeterRegistry meters;
    private final Duration pageTime;

    PageCalls(FiscalDevices devices, MeterRegistry meters, ComplianceConfig config) {
        this.devices = devices;
        this.meters = meters;
        this.pageTime = config.vsdc().pageTime();
    }

    /** Calls as far as all goes well, and as long as the claim is sure to hold. */
    PageOutcome send(DeviceTask.Page page) {
        long began = System.nanoTime();
        PageOutcome outcome = new PageOutcome(page.device());
        FiscalDevice device = devices.get(page.device());
        for (Order order : page.orders()) {
            Correlation.begin(order.job().correlationId());
            boolean goesOn = (!order.isToBeSigned() || sign(device, order, outcome)) && move(device, order, outcome);
            if (!goesOn || System.nanoTime() - began > pageTime.toNanos()) {
                break;
            }
        }
        return outcome;
    }

    DeviceAnswer<DeviceIdentity> initialise(DeviceRow known) {
        DeviceAnswer<DeviceIdentity> answer = devices.get(known).initialise();
        count("initialise", answer);
        return answer;
    }

    private boolean sign(FiscalDevice device, Order order, PageOutcome outcome) {
        DeviceAnswer<SignedSale> answer = device.saveSales(order.sale());
        boolean isNews = !(answer instanceof Duplicate<SignedSale>);
        if (!isNews) {
            answer = askForLostReply(device, order.sale(), outcome.device());
        }
        count("saveSales", answer);
        if (answer instanceof Done<SignedSale>(SignedSale receipt)) {
            outcome.addSigned(order, receipt);
            return isNews;
        }
        outcome.fail(order.job(), false, answer);
        return false;
    }

    private DeviceAnswer<SignedSale> askForLostReply(FiscalDevice device, Sale sale, DeviceRow known) {
        return switch (device.initialise()) {
            case Done<DeviceIdentity>(DeviceIdentity now) ->
                LostReply.find(known, sale, now)
                        .<DeviceAnswer<SignedSale>>map(Done::new)
                        .orElseGet(Duplicate::new);
            case Unavailable<DeviceIdentity>(String cause) -> new Unavailable<>(cause);
            case Duplicate<DeviceIdentity> _, NotInstalled<DeviceIdentity> _, Refused<DeviceIdentity> _ ->
                new Unavailable<>("994, and the device does not tell its last numbers");
        };
    }

    private boolean move(FiscalDevice device, Order order, PageOutcome outcome) {
        DeviceAnswer<StockMovement> answer = device.saveStockItems(order.movement());
        count("saveStockItems", answer);
        // 994: the reply to an earlier try was lost.
        if (answer instanceof Done<StockMovement> || answer instanceof Duplicate<StockMovement>) {
            outcome.addMoved(order.job());
            return true;
        }
        outcome.fail(order.job(), true, answer);
        return false;
    }

    private void count(String call, DeviceAnswer<?> answer) {
        meters.counter(
                        "ishema.compliance.vsdc.calls",
                        "call",
                        call,
                        "outcome",
                        answer.getClass().getSimpleName())
                .increment();
    }
}
