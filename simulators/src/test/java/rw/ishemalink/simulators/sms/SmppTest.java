package rw.ishemalink.simulators.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.money.CallbackListener;

@QuarkusTest
class SmppTest implements OrdersWithdrawn {

    private static final byte UDHI = 0x40;

    @Inject
    SmppCentre centre;

    @Inject
    Phones phones;

    private final String phone =
            "+25073" + "%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
    private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
    private final SMPPSession session = new SMPPSession();

    @AfterEach
    void unbind() {
        session.unbindAndClose();
    }

    @Test
    void a_text_reaches_the_phone_and_its_receipt_the_sender() throws Exception {
        bind("local");
        String id = submit((byte) 0, (byte) 0, "Muraho".getBytes(US_ASCII));
        assertThat(phones.inbox(phone)).extracting(TextMessage::message).containsExactly("Muraho");
        await().atMost(CallbackListener.PATIENCE).until(() -> receipts.size() == 1);
        assertThat(receipts.getFirst().getId()).isEqualTo(id);
        assertThat(receipts.getFirst().getFinalStatus()).isEqualTo(DeliveryReceiptState.DELIVRD);
    }

    @Test
    void a_text_in_sixteen_bits_and_one_in_parts_are_read() throws Exception {
        bind("local");
        submit((byte) 0, (byte) 8, "Kigali ê".getBytes(UTF_16BE));
        submit(UDHI, (byte) 0, new byte[] {5, 0, 3, 7, 2, 2, 'l', 'i'});
        submit(UDHI, (byte) 0, new byte[] {5, 0, 3, 7, 2, 1, 'K', 'i', 'g', 'a'});
        assertThat(phones.inbox(phone)).extracting(TextMessage::message).containsExactly("Kigali ê", "Kigali");
    }

    @Test
    void a_number_that_does_not_receive_is_refused() throws Exception {
        bind("local");
        phones.tell(phone, Delivery.COULD_NOT_ROUTE);
        assertThatThrownBy(() -> submit((byte) 0, (byte) 0, new byte[] {'a'}))
                .isInstanceOf(NegativeResponseException.class);
        assertThat(phones.inbox(phone)).isEmpty();
    }

    @Test
    void who_has_the_wrong_password_is_not_bound() {
        assertThatThrownBy(() -> bind("wrong")).hasMessageContaining("0000000e");
    }

    private void bind(String password) throws Exception {
        session.setMessageReceiverListener(new MessageReceiverListener() {
            @Override
            public void onAcceptDeliverSm(DeliverSm deliver) {
                try {
                    receipts.add(deliver.getShortMessageAsDeliveryReceipt());
                } catch (InvalidDeliveryReceiptException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void onAcceptAlertNotification(AlertNotification alert) {}

            @Override
            public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
                throw new ProcessRequestException("not used", 3);
            }
        });
        session.setTransactionTimer(CallbackListener.PATIENCE.toMillis());
        session.connectAndBind(
                "localhost",
                centre.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "ishemalink",
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                CallbackListener.PATIENCE.toMillis());
    }

    private String submit(byte esm, byte coding, byte[] text) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "IshemaLink",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        phone.substring(1),
                        new ESMClass(esm),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(coding),
                        (byte) 0,
                        text)
                .getMessageId();
    }
}
