package rw.ishemalink.booking.desk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Contact;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The people of a booking as they are stored. An order is sealed by who asks, before it waits for the common statement. */
@ApplicationScoped
public class BookingSeal {

    private static final SealedColumn SENDER_PHONE = column("sender_phone");
    private static final SealedColumn SENDER_EMAIL = column("sender_email");
    private static final SealedColumn PAYER_PHONE = column("payer_phone");
    private static final SealedColumn RECEIVER_NAME = column("receiver_name");
    private static final SealedColumn RECEIVER_PHONE = column("receiver_phone");
    private static final SealedColumn CONSIGNEE_NAME = column("consignee_name");
    private static final SealedColumn CONSIGNEE_ADDRESS = column("consignee_address");

    private static final SealedColumn BUYER_TIN = column("buyer_tin");
    private static final SealedColumn BUYER_NAME = column("buyer_name");
    private static final SealedColumn PURCHASE_CODE = column("buyer_purchase_code");

    public static final SealedTable TABLE = SealedTable.of("booking", "booking_id")
            .with(SENDER_PHONE)
            .with(SENDER_EMAIL)
            .with(PAYER_PHONE)
            .with(RECEIVER_NAME)
            .with(RECEIVER_PHONE)
            .with(CONSIGNEE_NAME)
            .with(CONSIGNEE_ADDRESS)
            .with(BUYER_TIN)
            .with(BUYER_NAME)
            .with(PURCHASE_CODE);

    private final ColumnCipher cipher;

    BookingSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    /** The same order with nobody in it that could be read. */
    public Order seal(Order order) {
        UUID id = order.bookingId();
        Contact sender = order.sender();
        return new Order(
                id,
                order.tenant(),
                order.trackingCode(),
                new Contact(
                        sender.personId(),
                        cipher.seal(SENDER_PHONE, id, sender.phone()),
                        cipher.sealNullable(SENDER_EMAIL, id, sender.email()),
                        sender.language()),
                cipher.seal(PAYER_PHONE, id, order.payerPhone()),
                order.terms(),
                seal(id, order.consignee()),
                order.declaredValueRwf(),
                seal(id, order.receiver()),
                seal(id, order.buyer()),
                order.scheduledFor(),
                order.syncId(),
                order.offlineCreated(),
                order.createdAt());
    }

    Contact openSender(UUID id, ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("sender_id", UUID.class),
                Objects.requireNonNullElse(open(SENDER_PHONE, id, row), ""),
                open(SENDER_EMAIL, id, row),
                row.getString("sender_language"));
    }

    /** Empty once the person was forgotten. */
    String openPayer(UUID id, ResultSet row) throws SQLException {
        return Objects.requireNonNullElse(open(PAYER_PHONE, id, row), "");
    }

    @Nullable
    Receiver openReceiver(UUID id, ResultSet row) throws SQLException {
        String name = open(RECEIVER_NAME, id, row);
        return name == null ? null : new Receiver(name, Objects.requireNonNullElse(open(RECEIVER_PHONE, id, row), ""));
    }

    /** An export always has one; after the sender was forgotten it is without a name. */
    @Nullable
    Consignee openConsignee(UUID id, ResultSet row) throws SQLException {
        String name = open(CONSIGNEE_NAME, id, row);
        if (name == null) {
            return row.getString("kind").equals("CARGO_INTERNATIONAL") ? new Consignee("", "") : null;
        }
        return new Consignee(name, Objects.requireNonNullElse(open(CONSIGNEE_ADDRESS, id, row), ""));
    }

    @Nullable
    Buyer openBuyer(UUID id, ResultSet row) throws SQLException {
        String tin = open(BUYER_TIN, id, row);
        return tin == null
                ? null
                : new Buyer(
                        tin,
                        Objects.requireNonNullElse(open(BUYER_NAME, id, row), ""),
                        Objects.requireNonNullElse(open(PURCHASE_CODE, id, row), ""));
    }

    private @Nullable Buyer seal(UUID id, @Nullable Buyer buyer) {
        return buyer == null
                ? null
                : new Buyer(
                        cipher.seal(BUYER_TIN, id, buyer.tin()),
                        cipher.seal(BUYER_NAME, id, buyer.name()),
                        cipher.seal(PURCHASE_CODE, id, buyer.purchaseCode()));
    }

    private @Nullable Consignee seal(UUID id, @Nullable Consignee consignee) {
        return consignee == null
                ? null
                : new Consignee(
                        cipher.seal(CONSIGNEE_NAME, id, consignee.name()),
                        cipher.seal(CONSIGNEE_ADDRESS, id, consignee.address()));
    }

    private @Nullable Receiver seal(UUID id, @Nullable Receiver receiver) {
        return receiver == null
                ? null
                : new Receiver(
                        cipher.seal(RECEIVER_NAME, id, receiver.name()),
                        cipher.seal(RECEIVER_PHONE, id, receiver.phone()));
    }

    private @Nullable String open(SealedColumn column, UUID id, ResultSet row) throws SQLException {
        return cipher.openNullable(column, id, row.getString(column.column()));
    }

    private static SealedColumn column(String name) {
        return new SealedColumn("booking", name);
    }
}
