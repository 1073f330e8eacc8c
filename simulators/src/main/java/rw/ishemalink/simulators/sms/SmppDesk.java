package rw.ishemalink.simulators.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import rw.ishemalink.simulators.WorldClock;

/** Takes submit_sm, puts the text on the phone and, where it was asked for, sends the receipt. Nothing else is spoken here. */
@ApplicationScoped
public class SmppDesk implements ServerMessageReceiverListener {

    private static final Logger LOG = Logger.getLogger(SmppDesk.class);
    private static final DateTimeFormatter RECEIPT_DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final Phones phones;
    private final SmppParts parts;
    private final WorldClock clock;

    public SmppDesk(Phones phones, SmppParts parts, WorldClock clock) {
        this.phones = phones;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        String number = "+" + submit.getDestAddress();
        Delivery delivery = phones.delivery(number);
        if (!delivery.arrives()) {
            boolean wrong = delivery == Delivery.INVALID_PHONE_NUMBER;
            throw new ProcessRequestException(
                    delivery.label(), wrong ? SMPPConstant.STAT_ESME_RINVDSTADR : SMPPConstant.STAT_ESME_RSYSERR);
        }
        String id = UUID.randomUUID().toString();
        parts.take(submit)
                .ifPresent(text ->
                        phones.receive(new TextMessage(clock.instant(), number, submit.getSourceAddr(), text, id)));
        PhoneReport report = phones.report(number);
        if (submit.getRegisteredDelivery() != 0 && !report.status().equals(PhoneReport.NEVER)) {
            var unused = Thread.ofVirtual().start(() -> receipt(session, submit, id, report));
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("no id", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    private void receipt(SMPPServerSession session, SubmitSm submit, String id, PhoneReport report) {
        boolean arrived = report.status().equals(PhoneReport.ARRIVED.status());
        Instant now = clock.instant();
        String text = "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        id,
                        arrived ? "001" : "000",
                        RECEIPT_DATE.format(now),
                        RECEIPT_DATE.format(now),
                        arrived ? "DELIVRD" : "UNDELIV",
                        arrived ? "000" : "001");
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    submit.getDestAddress(),
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    submit.getSourceAddr(),
                    new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0),
                    text.getBytes(ISO_8859_1));
        } catch (Exception e) {
            LOG.debugf("a receipt was not taken: %s", e.getClass().getSimpleName());
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not spoken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
