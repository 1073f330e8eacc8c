package rw.ishemalink.compliance.receipt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the device did of a page so far, and what kept it from the rest. Lives as long as one page, in one thread. */
final class PageOutcome {

    /** A sale or refund that it signed. */
    record Signed(Order order, SignedSale receipt) {}

    /** The last call, which gave nothing. */
    record Failed(ReceiptJob job, boolean wasMovement, DeviceAnswer<?> answer) {}

    private DeviceRow device;
    private final List<Signed> signed = new ArrayList<>();
    private final List<ReceiptJob> moved = new ArrayList<>();
    private @Nullable Failed failed;

    PageOutcome(DeviceRow device) {
        this.device = device;
    }

    /** The device with the numbers that it has reached. */
    DeviceRow device() {
        return device;
    }

    void addSigned(Order order, SignedSale receipt) {
        signed.add(new Signed(order, receipt));
        device = device.after(order.sale().kind(), receipt);
    }

    void addMoved(ReceiptJob job) {
        moved.add(job);
    }

    void fail(ReceiptJob job, boolean wasMovement, DeviceAnswer<?> answer) {
        failed = new Failed(job, wasMovement, answer);
    }

    List<Signed> signed() {
        return signed;
    }

    /** Jobs whose stock movement it has. */
    List<ReceiptJob> moved() {
        return moved;
    }

    /** Whether it answered anything at all, be it a refusal. */
    boolean hasAnswered() {
        Failed last = failed;
        boolean refused = last != null
                && (last.answer() instanceof DeviceAnswer.Refused<?>
                        || last.answer() instanceof DeviceAnswer.Duplicate<?>);
        return refused || !signed.isEmpty() || !moved.isEmpty();
    }

    @Nullable
    Failed failed() {
        return failed;
    }
}
