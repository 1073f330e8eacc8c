package rw.ishemalink.notification.outbound.smpp;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import rw.ishemalink.notification.sending.ProviderUnavailableException;
import rw.ishemalink.notification.sending.SendOutcome;
import rw.ishemalink.notification.sending.Sms;
import rw.ishemalink.notification.sending.SmsProvider;

/** SMS by an operator's short message centre (SMPP 3.4): submit_sm with a receipt asked for. The centre says no price. */
@ApplicationScoped
public class SmppSms implements SmsProvider {

    /** Its name in settings, rows and events. */
    public static final String NAME = "SMPP";

    /** ESME_RINVDSTADR, RINVDSTTON, RINVDSTNPI, RINVMSGLEN: the number or the text will never do (SMPP 3.4 § 5.1.3). */
    private static final Set<Integer> NEVER = Set.of(0x0B, 0x50, 0x51, 0x01);

    private final SmppBinding binding;
    private final AtomicInteger references = new AtomicInteger();

    SmppSms(SmppBinding binding) {
        this.binding = binding;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 2_000, failOn = ProviderUnavailableException.class)
    public SendOutcome send(Sms sms) {
        SMPPSession session = binding.find().orElseThrow(() -> new ProviderUnavailableException("no session is bound"));
        SmppText text = SmppText.of(sms.text(), (byte) references.incrementAndGet());
        try {
            String reference = "-";
            for (byte[] part : text.parts()) {
                reference = submit(session, sms, text, part);
            }
            // The last part's id stands for all: who has that one is as good as told.
            return new SendOutcome.Sent(NAME, reference, text.parts().size(), Optional.empty());
        } catch (NegativeResponseException e) {
            String reason = "SMPP %#x".formatted(e.getCommandStatus());
            if (NEVER.contains(e.getCommandStatus())) {
                return new SendOutcome.Refused(reason);
            }
            throw new ProviderUnavailableException(reason, e);
        } catch (ResponseTimeoutException | PDUException | InvalidResponseException | IOException e) {
            throw new ProviderUnavailableException(e.getClass().getSimpleName(), e);
        }
    }

    private static String submit(SMPPSession session, Sms sms, SmppText text, byte[] part)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        ESMClass mode = new ESMClass(
                MessageMode.DEFAULT,
                MessageType.DEFAULT,
                text.inParts() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT);
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        sms.from(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        sms.phone().substring(1),
                        mode,
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(text.coding()),
                        (byte) 0,
                        part)
                .getMessageId();
    }
}
