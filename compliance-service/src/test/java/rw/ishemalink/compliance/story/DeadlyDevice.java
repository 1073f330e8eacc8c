package rw.ishemalink.compliance.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

/**
 * Counts and answers like the real one, and at chosen calls its caller is gone: nothing of what it did is known but here.
 * Calls are counted from 1.
 */
final class DeadlyDevice implements FiscalDevice {

    private final Map<String, Long> receipts = new LinkedHashMap<>();
    private final Map<Long, String> invoices = new LinkedHashMap<>();
    private final List<String> moved = new ArrayList<>();
    private final List<Integer> deadlyBefore;
    private final List<Integer> deadlyAfter;
    private final String refused;
    private long lastReceipt;
    private long lastInvoice;
    private int calls;
    private int deaths;

    /**
     * A device that has reached those numbers.
     *
     * @param deadlyBefore calls that never reach it
     * @param deadlyAfter calls whose answer nobody hears
     * @param refused tracking code of a sale that it refuses
     */
    DeadlyDevice(
            long lastReceipt, long lastInvoice, List<Integer> deadlyBefore, List<Integer> deadlyAfter, String refused) {
        this.lastReceipt = lastReceipt;
        this.lastInvoice = lastInvoice;
        this.deadlyBefore = deadlyBefore;
        this.deadlyAfter = deadlyAfter;
        this.refused = refused;
    }

    /** Receipt numbers by tracking code, in the order in which they were given. */
    synchronized Map<String, Long> receipts() {
        return new LinkedHashMap<>(receipts);
    }

    /** Tracking codes by invoice number. */
    synchronized Map<Long, String> invoices() {
        return new LinkedHashMap<>(invoices);
    }

    /** Tracking codes whose stock has moved, in that order. */
    synchronized List<String> moved() {
        return List.copyOf(moved);
    }

    synchronized int deaths() {
        return deaths;
    }

    @Override
    public synchronized DeviceAnswer<DeviceIdentity> initialise() {
        return called(() -> new DeviceAnswer.Done<>(
                new DeviceIdentity("SDC010000005", "WIS01006230", lastReceipt, lastInvoice, null)));
    }

    @Override
    public synchronized DeviceAnswer<SignedSale> saveSales(Sale sale) {
        return called(() -> {
            if (invoices.containsKey(sale.invoiceNumber())) {
                return new DeviceAnswer.Duplicate<>();
            }
            if (sale.trackingCode().equals(refused)) {
                return new DeviceAnswer.Refused<>("910", "words");
            }
            lastReceipt++;
            lastInvoice = sale.invoiceNumber();
            invoices.put(sale.invoiceNumber(), sale.trackingCode());
            receipts.put(sale.trackingCode(), lastReceipt);
            return new DeviceAnswer.Done<>(new SignedSale(
                    lastReceipt, lastReceipt, "internal", "signature", Instant.EPOCH, "SDC010000005", "WIS01006230"));
        });
    }

    @Override
    public synchronized DeviceAnswer<StockMovement> saveStockItems(StockMovement movement) {
        return called(() -> {
            String code = movement.sale().trackingCode();
            if (!receipts.containsKey(code)) {
                return new DeviceAnswer.Refused<>("922", "stock before its sale");
            }
            if (moved.contains(code)) {
                return new DeviceAnswer.Duplicate<>();
            }
            moved.add(code);
            return new DeviceAnswer.Done<>(movement);
        });
    }

    private <T> T called(Supplier<T> work) {
        calls++;
        if (deadlyBefore.contains(calls)) {
            throw death();
        }
        T answer = work.get();
        if (deadlyAfter.contains(calls)) {
            throw death();
        }
        return answer;
    }

    private IllegalStateException death() {
        deaths++;
        return new IllegalStateException("the owner dies at call " + calls);
    }
}
