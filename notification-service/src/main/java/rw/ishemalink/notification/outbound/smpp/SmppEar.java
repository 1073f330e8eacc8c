package rw.ishemalink.notification.outbound.smpp;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import rw.ishemalink.notification.delivery.DeliveryReports;
import rw.ishemalink.notification.inbound.InboundDesk;
import rw.ishemalink.notification.inbound.InboundSms;
import rw.ishemalink.notification.text.GsmAlphabet;

/** What the short message centre tells us: receipts, and texts of people. What we cannot take now it brings again. */
@ApplicationScoped
class SmppEar implements MessageReceiverListener {

    private static final Logger LOG = Logger.getLogger(SmppEar.class);
    private static final byte UCS2 = 8;

    private final DeliveryReports reports;
    private final InboundDesk desk;

    SmppEar(DeliveryReports reports, InboundDesk desk) {
        this.reports = reports;
        this.desk = desk;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        try {
            if (deliver.isSmscDeliveryReceipt()) {
                report(deliver.getShortMessageAsDeliveryReceipt());
            } else {
                desk.take(inbound(deliver));
            }
        } catch (InvalidDeliveryReceiptException e) {
            LOG.warn("a receipt of the short message centre cannot be read");
        } catch (RuntimeException e) {
            throw new ProcessRequestException("try again", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        }
    }

    private void report(DeliveryReceipt receipt) {
        switch (receipt.getFinalStatus()) {
            case DELIVRD -> reports.take(SmppSms.NAME, receipt.getId(), true, null);
            case EXPIRED, DELETED, UNDELIV, REJECTD ->
                reports.take(SmppSms.NAME, receipt.getId(), false, receipt.getFinalStatus() + " " + receipt.getError());
            case ENROUTE, ACCEPTD, UNKNOWN -> {}
        }
    }

    /** The protocol gives a text no id: one that the centre brings again is heard again, which does no harm. */
    private static InboundSms inbound(DeliverSm deliver) {
        byte[] text = deliver.getShortMessage();
        return new InboundSms(
                SmppSms.NAME,
                UUID.randomUUID().toString(),
                international(deliver.getSourceAddr()),
                deliver.getDestAddress(),
                deliver.getDataCoding() == UCS2 ? new String(text, UTF_16BE) : GsmAlphabet.decode(text));
    }

    private static String international(String address) {
        return address.startsWith("+") ? address : "+" + address;
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Says that a phone is on again; messages are tried again by themselves.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not used here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
