package rw.ishemalink.notification.keyword;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.inbound.Answers;
import rw.ishemalink.notification.inbound.InboundSms;
import rw.ishemalink.notification.inbound.InboundWord;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/** A tracking code asks where a booking stands. To whom it is not, there is none. */
@ApplicationScoped
class StatusWord implements InboundWord {

    /** Of phones that we know nothing of. */
    private static final Language USUAL = Language.RW;

    private final UnitOfWork unitOfWork;
    private final TrackedBookings bookings;
    private final Answers answers;
    private final String tenant;

    StatusWord(UnitOfWork unitOfWork, TrackedBookings bookings, Answers answers, NotificationConfig config) {
        this.unitOfWork = unitOfWork;
        this.bookings = bookings;
        this.answers = answers;
        this.tenant = config.inbound().tenant();
    }

    @Override
    public boolean hears(String text) {
        return TrackingKeyword.read(text).isPresent();
    }

    @Override
    public void hear(InboundSms sms) {
        String code = TrackingKeyword.read(sms.text()).orElseThrow();
        Optional<Standing> found = unitOfWork.read(sql -> bookings.find(sql, tenant, code, sms.from()));
        if (found.isPresent()) {
            Standing standing = found.get();
            answers.answer(sms, tenant, standing.language(), Template.STATUS, code, standing.status());
        } else {
            answers.answer(sms, tenant, USUAL, Template.NO_SUCH_BOOKING, code);
        }
    }
}
