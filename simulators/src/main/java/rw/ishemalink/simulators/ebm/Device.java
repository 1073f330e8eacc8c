package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;

/** One installed device of a branch. Its lock makes numbering and duplicate check one step. */
public final class Device {

    private static final int LIMIT = 100_000;

    /** A saved invoice, as far as refunds need it. */
    private record Invoice(String type, BigDecimal total) {}

    /** A receipt whose stock movement has not come yet. */
    private record Unmoved(String type, List<String> itemCodes) {}

    private final Identity identity;
    private final ReceiptSigner signer;
    private final ZoneId zone;
    private final Bounded<Long, Invoice> invoices = new Bounded<>(LIMIT);
    private final Bounded<Long, BigDecimal> refunded = new Bounded<>(LIMIT);
    private final Bounded<String, Boolean> purchaseCodes = new Bounded<>(LIMIT);
    private final Bounded<Long, Boolean> movements = new Bounded<>(LIMIT);
    private final Bounded<String, Boolean> movedItems = new Bounded<>(LIMIT);
    private final Deque<Unmoved> unmoved = new ArrayDeque<>();
    private final Map<String, Long> lastByType = new HashMap<>();
    private long lastTotal;
    private long lastInvoice;

    Device(Identity identity, ReceiptSigner signer, ZoneId zone) {
        this.identity = identity;
        this.zone = zone;
        this.signer = signer;
    }

    /** Whether that is the key it was given when it was installed. */
    public boolean hasKey(@Nullable String cmcKey) {
        return signer.key("cmc", identity.name()).equals(cmcKey);
    }

    /** Who the device is: taxpayer, branch, serial number and the ids RRA gave it. */
    public record Identity(String tin, String bhfId, String dvcSrlNo, String sdcId, String mrcNo) {
        String name() {
            return tin + bhfId;
        }
    }

    public Identity identity() {
        return identity;
    }

    synchronized long lastReceipt(String type) {
        return lastByType.getOrDefault(type, 0L);
    }

    synchronized long lastInvoice() {
        return lastInvoice;
    }

    /** Gives the sale its numbers; a known invoice number, an unknown original or a used purchase code gives none. */
    synchronized IssuedReceipt issue(SalesRequest sale, Instant now) {
        long invoice = Check.required("invcNo", sale.invcNo());
        BigDecimal total = Check.required("totAmt", sale.totAmt());
        String type = Check.required("rcptTyCd", sale.rcptTyCd());
        if (invoices.find(invoice).isPresent()) {
            throw new EbmRefusal(ResultCode.DUPLICATE);
        }
        if (type.equals("R")) {
            refund(Check.required("orgInvcNo", sale.orgInvcNo()), total);
        } else {
            usePurchaseCode(sale.prcOrdCd());
        }
        invoices.put(invoice, new Invoice(type, total));
        lastInvoice = Math.max(lastInvoice, invoice);
        awaitMovement(new Unmoved(type, sale.itemCodes()));
        return number(type, sale, now);
    }

    private void refund(long original, BigDecimal total) {
        Invoice sold = invoices.find(original)
                .filter(invoice -> invoice.type().equals("S"))
                .orElseThrow(() -> EbmRefusal.parameter("orgInvcNo is not the number of a sale of this device"));
        BigDecimal sum = refunded.find(original).orElse(BigDecimal.ZERO).add(total);
        if (sum.compareTo(sold.total()) > 0) {
            throw EbmRefusal.parameter("totAmt: more would be refunded than was sold");
        }
        refunded.put(original, sum);
    }

    private void usePurchaseCode(@Nullable String code) {
        if (code != null && !code.isEmpty() && !purchaseCodes.putIfAbsent(code, true)) {
            throw new EbmRefusal(ResultCode.PURCHASE_CODE_USED);
        }
    }

    private void awaitMovement(Unmoved receipt) {
        unmoved.add(receipt);
        if (unmoved.size() > LIMIT) {
            unmoved.remove();
        }
    }

    private IssuedReceipt number(String type, SalesRequest sale, Instant now) {
        long number = lastByType.merge(type, 1L, Long::sum);
        lastTotal++;
        String time = EbmTime.dateTime(now, zone);
        String content = "%s|%d|%d|%s|%s|%s".formatted(type, number, lastTotal, time, sale.totAmt(), sale.totTaxAmt());
        String internal = signer.internalData(identity.name(), content);
        String signature = signer.signature(identity.name(), content + "|" + internal);
        return new IssuedReceipt(number, internal, signature, lastTotal, time, identity.sdcId(), identity.mrcNo());
    }

    /** Stock leaves (11) or comes back (03) only after the receipt that says so; other movements are free. */
    synchronized void move(long number, String movementType, List<String> itemCodes) {
        if (movements.find(number).isPresent()) {
            throw new EbmRefusal(ResultCode.DUPLICATE);
        }
        switch (movementType) {
            case "11" -> settle(new Unmoved("S", itemCodes));
            case "03" -> settle(new Unmoved("R", itemCodes));
            default -> {}
        }
        movements.put(number, true);
        itemCodes.forEach(code -> movedItems.put(code, true));
    }

    private void settle(Unmoved receipt) {
        if (!unmoved.remove(receipt)) {
            throw new EbmRefusal(ResultCode.OUT_OF_ORDER, "no receipt of these items waits for its stock movement");
        }
    }

    synchronized void requireMoved(String itemCode) {
        if (movedItems.find(itemCode).isEmpty()) {
            throw new EbmRefusal(ResultCode.OUT_OF_ORDER, "the item's stock movement comes first");
        }
    }
}
